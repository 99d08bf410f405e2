import {
  LineCounter,
  isMap,
  isNode,
  isScalar,
  parseDocument,
  visit,
  type Document,
  type YAMLError,
} from 'yaml';
import type { Diagnostic, Position } from '../diagnostics/diagnostic.ts';

/** The parts of a Markdown file. */
export interface FrontMatter {
  /** The values as written: a date is a string. Empty if there are errors. */
  data: Record<string, unknown>;
  /** The Markdown, with an empty line for each line of front matter, so that positions match the file. */
  body: string;
  /** The errors in the YAML. */
  diagnostics: Diagnostic[];
  /** Returns the position of a key, else of its nearest parent, else of the first line. */
  locate: (path: readonly PropertyKey[]) => Position;
  /** Returns the positions of the first character of a value and after its last. */
  range: (path: readonly PropertyKey[]) => { start: Position; end: Position } | undefined;
  /** Returns the source of a scalar: `007` for the number 7. */
  written: (path: readonly PropertyKey[]) => string | undefined;
}

/** `---`, the YAML, `---`, with an optional byte order mark, and LF or CRLF. */
const BLOCK = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/m;
const START = { line: 1, column: 1 };

/** Parses a Markdown file; `file` is its path in diagnostics. Never throws. */
export function readFrontMatter(file: string, source: string): FrontMatter {
  const block = BLOCK.exec(source);
  if (block?.index !== 0) return withoutFrontMatter(file, source);
  const [whole, yaml = ''] = block;
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, {
    schema: 'core',
    lineCounter,
    prettyErrors: false,
    stringKeys: true,
  });
  const position = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: line + 1, column: col };
  };
  const errors = documentErrors(document).map(({ offset, message }) =>
    errorIn(file, position(offset), message),
  );
  const data = errors.length === 0 ? valuesOf(document) : {};
  if (!data) errors.push(errorIn(file, START, 'front matter: too many aliases in YAML'));
  return {
    data: data ?? {},
    body: bodyAfter(whole, source),
    diagnostics: errors,
    locate: (path) => {
      const offset = keyOffset(document, path);
      return offset === undefined ? START : position(offset);
    },
    range: (path) => {
      const node: unknown = document.getIn(path, true);
      if (!isNode(node) || !node.range) return undefined;
      return { start: position(node.range[0]), end: position(node.range[1]) };
    },
    written: (path) => {
      const node: unknown = document.getIn(path, true);
      return isScalar(node) ? node.source : undefined;
    },
  };
}

/** Returns the body of a file as `readFrontMatter` does, without parsing the YAML. */
export function bodyOf(source: string): string {
  const block = BLOCK.exec(source);
  return block?.index === 0 ? bodyAfter(block[0], source) : source;
}

function bodyAfter(block: string, source: string): string {
  return blankLines(block) + source.slice(block.length);
}

/** Returns the errors in a document, as YAML and as front matter. */
function documentErrors(document: Document): { offset: number; message: string }[] {
  const errors = [...document.errors, ...document.warnings].map((error) => ({
    offset: error.pos[0],
    message: yamlMessage(error),
  }));
  const anchors = new Set<string>();
  visit(document, {
    Value: (_, { anchor }) => void (anchor && anchors.add(anchor)),
    Alias: (_, { source: name, range }) => {
      if (!anchors.has(name)) errors.push({ offset: range?.[0] ?? 0, message: aliasMessage(name) });
    },
  });
  if (errors.length === 0 && document.contents !== null && !isMap(document.contents)) {
    const message = 'front matter: must be keys and values, like title: My post';
    errors.push({ offset: 0, message });
  }
  return errors;
}

/** Returns the values of a valid document; `undefined` if its aliases expand to too many. */
function valuesOf(document: Document): Record<string, unknown> | undefined {
  try {
    return (document.toJS() as Record<string, unknown> | null) ?? {};
  } catch {
    // The parser limits the expansion of aliases ("billion laughs").
    return undefined;
  }
}

/** Returns an error at a key in the front matter of a file. */
export function errorAt(
  { path, frontMatter }: { path: string; frontMatter: FrontMatter },
  keys: readonly PropertyKey[],
  message: string,
): Diagnostic {
  return { file: path, ...frontMatter.locate(keys), severity: 'error', message };
}

/** Returns the parts of a file without front matter, with an error that says how to add it. */
function withoutFrontMatter(file: string, source: string): FrontMatter {
  const start = source.replace(/^\uFEFF/, '').trimStart();
  const diagnostics = [errorIn(file, START, missingBlock(start))];
  const [locate, range, written] = [() => START, () => undefined, () => undefined];
  return { data: {}, body: source, diagnostics, locate, range, written };
}

function missingBlock(start: string): string {
  if (start.startsWith('+++')) {
    return 'front matter: TOML (+++) is not supported; write YAML between two lines of ---: title = "x" becomes title: x';
  }
  if (/^\{\s*"/.test(start)) {
    return 'front matter: JSON is not supported; write YAML between two lines of ---: "title": "x" becomes title: x';
  }
  if (BLOCK.exec(start)?.index === 0) return 'front matter: must start on the first line';
  if (start.startsWith('---')) return 'front matter: never closed; add a line of --- after it';
  return 'front matter: missing; start the file with ---, a line title: …, and ---';
}

function errorIn(file: string, position: Position, message: string): Diagnostic {
  return { file, ...position, severity: 'error', message };
}

/** Returns the message for an error of the parser, with a fix for the common ones. */
function yamlMessage({ code, message }: YAMLError): string {
  const hint = YAML_HINTS[code];
  const [reason = message] = message.split('\n');
  return `front matter: invalid YAML: ${hint ?? reason.charAt(0).toLowerCase() + reason.slice(1)}`;
}

/** Returns the message for an undefined alias: most likely a string that starts with `*`. */
function aliasMessage(name: string): string {
  return `front matter: invalid YAML: put text that starts with * in quotes: "*${name}"`;
}

const YAML_HINTS: Partial<Record<YAMLError['code'], string>> = {
  BLOCK_AS_IMPLICIT_KEY:
    'a colon followed by a space starts a value; put text that contains one in quotes',
  DUPLICATE_KEY: 'duplicate key; keep one',
  TAB_AS_INDENT: 'tabs cannot indent; use spaces',
  TAG_RESOLVE_FAILED: 'put text that starts with ! in quotes',
  MISSING_CHAR: 'missing quote, bracket or comma before this position',
};

/** Returns the offset of a key in the YAML, or of its nearest parent. */
function keyOffset(document: Document, path: readonly PropertyKey[]): number | undefined {
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === part);
      if (!pair) break;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else {
      const item: unknown = (node as { items?: unknown[] } | null)?.items?.[part as number];
      if (!isNode(item)) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    }
  }
  return offset;
}

function blankLines(text: string): string {
  return text.replace(/[^\n]/g, '');
}
