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

/** A Markdown file, taken apart. */
export interface FrontMatter {
  /** The values as they were written: a date stays text. Empty where there were mistakes. */
  data: Record<string, unknown>;
  /** The Markdown, with an empty line for each line of front matter, so that positions are the file's. */
  body: string;
  /** What is wrong with the front matter as YAML. */
  diagnostics: Diagnostic[];
  /** Returns where a key stands, else the nearest key above it, else the first line. */
  locate: (path: readonly PropertyKey[]) => Position;
  /** Returns the places of the first sign of a value and behind its last. */
  range: (path: readonly PropertyKey[]) => { start: Position; end: Position } | undefined;
  /** Returns a single value as it is written: `007` where it is a 7. */
  written: (path: readonly PropertyKey[]) => string | undefined;
}

/** `---`, the YAML, `---`; a byte order mark and CRLF are met as they come. */
const BLOCK = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/m;
const START = { line: 1, column: 1 };

/** Takes a Markdown file apart; `file` is its path in the diagnostics. Never throws. */
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
  const place = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: line + 1, column: col };
  };
  const mistakes = documentMistakes(document).map(({ offset, message }) =>
    mistake(file, place(offset), message),
  );
  const data = mistakes.length === 0 ? valuesOf(document) : {};
  if (!data) mistakes.push(mistake(file, START, 'front matter repeats itself without end'));
  return {
    data: data ?? {},
    body: bodyBehind(whole, source),
    diagnostics: mistakes,
    locate: (path) => {
      const offset = keyOffset(document, path);
      return offset === undefined ? START : place(offset);
    },
    range: (path) => {
      const node: unknown = document.getIn(path, true);
      if (!isNode(node) || !node.range) return undefined;
      return { start: place(node.range[0]), end: place(node.range[1]) };
    },
    written: (path) => {
      const node: unknown = document.getIn(path, true);
      return isScalar(node) ? node.source : undefined;
    },
  };
}

/** Returns the Markdown of a file as `readFrontMatter` does, without reading the YAML. */
export function bodyOf(source: string): string {
  const block = BLOCK.exec(source);
  return block?.index === 0 ? bodyBehind(block[0], source) : source;
}

function bodyBehind(block: string, source: string): string {
  return blankLines(block) + source.slice(block.length);
}

/** Returns what is wrong with a document as YAML, or as front matter. */
function documentMistakes(document: Document): { offset: number; message: string }[] {
  const found = [...document.errors, ...document.warnings].map((error) => ({
    offset: error.pos[0],
    message: yamlMistake(error),
  }));
  const anchors = new Set<string>();
  visit(document, {
    Value: (_, { anchor }) => void (anchor && anchors.add(anchor)),
    Alias: (_, { source: name, range }) => {
      if (!anchors.has(name)) found.push({ offset: range?.[0] ?? 0, message: aliasMistake(name) });
    },
  });
  if (found.length === 0 && document.contents !== null && !isMap(document.contents)) {
    const message = 'front matter must be keys and values, like title: My post';
    found.push({ offset: 0, message });
  }
  return found;
}

/** Returns the values of a document without mistakes, or `undefined` where they are too many. */
function valuesOf(document: Document): Record<string, unknown> | undefined {
  try {
    return (document.toJS() as Record<string, unknown> | null) ?? {};
  } catch {
    // Aliases of lists of aliases, which the parser refuses to write out.
    return undefined;
  }
}

/** A mistake in a file's front matter, at the key that it is about. */
export function mistakeAt(
  { path, frontMatter }: { path: string; frontMatter: FrontMatter },
  keys: readonly PropertyKey[],
  message: string,
): Diagnostic {
  return { file: path, ...frontMatter.locate(keys), severity: 'error', message };
}

/** What a file says that begins with something else: one mistake, and how to go on. */
function withoutFrontMatter(file: string, source: string): FrontMatter {
  const begins = source.replace(/^\uFEFF/, '').trimStart();
  const diagnostics = [mistake(file, START, missingBlock(begins))];
  const [locate, range, written] = [() => START, () => undefined, () => undefined];
  return { data: {}, body: source, diagnostics, locate, range, written };
}

function missingBlock(begins: string): string {
  if (begins.startsWith('+++')) {
    return 'front matter in TOML (+++) is not read here; write it as YAML between two lines of ---: title = "x" becomes title: x';
  }
  if (/^\{\s*"/.test(begins)) {
    return 'front matter in JSON is not read here; write it as YAML between two lines of ---: "title": "x" becomes title: x';
  }
  if (BLOCK.exec(begins)?.index === 0) return 'front matter must begin on the first line';
  if (begins.startsWith('---')) return 'front matter is never closed; end it with a line of ---';
  return 'front matter is missing; begin the file with ---, a line title: …, and ---';
}

function mistake(file: string, position: Position, message: string): Diagnostic {
  return { file, ...position, severity: 'error', message };
}

/** Returns a parser's error in words, with how to mend the usual ones. */
function yamlMistake({ code, message }: YAMLError): string {
  const hint = YAML_HINTS[code];
  const [said = message] = message.split('\n');
  return `front matter is not valid YAML: ${hint ?? said.charAt(0).toLowerCase() + said.slice(1)}`;
}

/** An alias of YAML that nothing is behind is a text that begins with `*`. */
function aliasMistake(name: string): string {
  return `front matter is not valid YAML: text that begins with * must be in quotes: "*${name}"`;
}

const YAML_HINTS: Partial<Record<YAMLError['code'], string>> = {
  BLOCK_AS_IMPLICIT_KEY:
    'a colon followed by a space begins a value; put text that holds one in quotes',
  DUPLICATE_KEY: 'this key stands here twice; keep one',
  TAB_AS_INDENT: 'a tab cannot indent; use spaces',
  TAG_RESOLVE_FAILED: 'text that begins with ! must be in quotes',
  MISSING_CHAR: 'a quote, bracket or comma is missing before this place',
};

/** Returns where the key of a path begins in the YAML, or the nearest key above it. */
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
