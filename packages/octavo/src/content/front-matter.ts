import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  stringify,
  visit,
  type Document,
  type Node,
  type YAMLError,
} from 'yaml';
import { withoutControlCharacters } from '../words/control-characters.ts';
import type { CheckId } from '../diagnostics/check-ids.ts';
import { diagnosticOf, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { positionIn } from '../diagnostics/position-in.ts';

/** The parts of a Markdown file. */
export type FrontMatter = ReturnType<typeof readFrontMatter>;

/** An error at an offset of a file. */
export interface OffsetError {
  offset: number;
  message: string;
}

/** `---`, the YAML, `---`. */
const BLOCK = /^---[ \t]*\n(?:[^]*?\n)?---[ \t]*(?:\n|$)/;

/** Parses the text of a Markdown file; `file` is its path in diagnostics. Never throws. */
export function readFrontMatter(file: string, source: string) {
  const block = blockOf(source);
  // The first line, ---, starts a document in YAML too.
  const document = parseDocument(block.replace(/\n---\s*$/, ''), {
    schema: 'core',
    prettyErrors: false,
    stringKeys: true,
  });
  const errors = errorsIn(block, source, document);
  const data = (valuesOf(document, errors) ?? {}) as Record<string, unknown>;
  const offset = (path: readonly PropertyKey[]) => offsetOf(document.contents, path);
  return {
    /** The values as written, without control characters: a date is a string. Empty if there are errors. */
    data,
    /** The Markdown, with an empty line for each line of front matter, so that positions match the file. */
    body: bodyOf(source),
    /** The errors in the YAML. */
    diagnostics: errors.map(({ offset, message }) =>
      diagnosticOf(
        'front-matter',
        { file, ...positionIn(source, offset) },
        `front matter: ${message}`,
      ),
    ),
    /** The YAML; its offsets are those of the file. */
    document,
    /** Returns the value in the line of a key, also if the YAML has errors. */
    lineOf: (key: string): unknown => {
      const [, value = ''] = new RegExp(`^${key}:(.*)$`, 'm').exec(block) ?? [];
      const { contents } = parseDocument(value, { schema: 'core' });
      return isScalar(contents) ? contents.value : undefined;
    },
    /** Returns the offset of a key, else of its nearest parent, else 0. */
    offset,
    /** Returns the position of that offset. */
    locate: (path: readonly PropertyKey[]) => positionIn(source, offset(path)),
  };
}

/** Returns the body of a file as `readFrontMatter` does, without parsing the YAML. */
export function bodyOf(source: string): string {
  const block = blockOf(source);
  return block.replace(/[^\n]/g, '') + source.slice(block.length);
}

/** Returns the front matter of a file with its lines of `---`; empty if there is none. */
export function blockOf(source: string): string {
  return BLOCK.exec(source)?.[0] ?? '';
}

/** Returns the errors in a document, as YAML and as front matter. */
function errorsIn(block: string, source: string, document: Document) {
  if (block === '') return [{ offset: 0, message: missingBlock(source) }];
  const errors = yamlErrors(document, source);
  const { contents } = document;
  const isEmpty = isScalar(contents) && contents.value === null;
  if (errors.length === 0 && contents && !isEmpty && !isMap(contents)) {
    const message = 'must be keys and values, like title: My post';
    errors.push({ offset: startOf(contents), message });
  }
  return errors;
}

/** Returns the errors in a document of YAML at offsets of its source. */
export function yamlErrors(document: Document, source: string): OffsetError[] {
  const errors = [...document.errors, ...document.warnings].map((error) => ({
    offset: error.pos[0],
    message: `invalid YAML: ${yamlMessage(error, source)}`,
  }));
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document)) return;
      // Most likely a string that starts with *.
      const message = `invalid YAML: put text that starts with * in quotes: "*${alias.source}"`;
      errors.push({ offset: startOf(alias), message });
    },
  });
  return errors;
}

/** Returns the values of a document without errors; adds one if its aliases expand to too many. */
export function valuesOf(document: Document, errors: OffsetError[]): unknown {
  if (errors.length > 0) return undefined;
  try {
    const reviver = (_: unknown, value: unknown) =>
      typeof value === 'string' ? withoutControlCharacters(value) : value;
    return document.toJS({ reviver });
  } catch {
    // The parser limits the expansion of aliases ("billion laughs").
    errors.push({ offset: 0, message: 'too many aliases in YAML' });
    return undefined;
  }
}

/** Returns a diagnostic at a key in the front matter of a file. */
export function errorAt(
  { path, frontMatter }: { path: string; frontMatter: FrontMatter },
  keys: readonly PropertyKey[],
  message: string,
  rule: CheckId = 'front-matter',
): Diagnostic {
  return diagnosticOf(rule, { file: path, ...frontMatter.locate(keys) }, message);
}

/** Returns the error of a file without front matter, with the fix. */
function missingBlock(source: string): string {
  const start = source.trimStart();
  if (start.startsWith('+++')) {
    return 'TOML (+++) is not supported; write YAML between two lines of ---: title = "x" becomes title: x';
  }
  if (/^\{\s*"/.test(start)) {
    return 'JSON is not supported; write YAML between two lines of ---: "title": "x" becomes title: x';
  }
  if (blockOf(start)) return 'must start on the first line';
  if (start.startsWith('---')) return 'never closed; add a line of --- after it';
  return 'missing; start the file with ---, a line title: …, and ---';
}

/** Returns the message for an error of the parser, with a fix for the common ones. */
function yamlMessage({ code, message, pos }: YAMLError, source: string): string {
  const hint = YAML_HINTS[code];
  if (hint !== undefined) return hint;
  const [line = message] = message.split('\n');
  const reason = line.endsWith('at node end')
    ? 'text after a closing quote or bracket'
    : line.charAt(0).toLowerCase() + line.slice(1);
  const [, value = ''] = UNQUOTED.has(code) ? VALUE.exec(lineAt(source, pos[0]))! : [];
  if (value === '') return reason;
  // In quotes already, with more of the same within: 'It's fun'.
  const [, , text = value] = /^(["'])((?:(?!\1).)*\1\S.*)\1$/.exec(value) ?? [];
  return `${reason}; put the whole value in quotes: ${quoted(text)}`;
}

/** The codes of errors that are mostly text without quotes: `"Go" is fun`, `[WIP] x`, `@a`. */
const UNQUOTED = new Set<YAMLError['code']>([
  ...(['BAD_ALIAS', 'BAD_SCALAR_START', 'NON_STRING_KEY', 'UNEXPECTED_TOKEN'] as const),
]);

/** The value in a line, behind its key or dash. */
const VALUE = /^[\s-]*(?:[\w-]+:\s+)?(.*?)\s*$/;

function lineAt(source: string, offset: number): string {
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  return source.slice(start).split('\n', 1)[0]!;
}

/** Returns a text in quotes for YAML, in single ones if that avoids escapes. */
export function quoted(text: string): string {
  const defaultStringType = /["\\]/.test(text) ? 'QUOTE_SINGLE' : 'QUOTE_DOUBLE';
  return stringify(text, { defaultStringType, lineWidth: 0 }).trimEnd();
}

const YAML_HINTS: Partial<Record<YAMLError['code'], string>> = {
  BLOCK_AS_IMPLICIT_KEY:
    'a colon followed by a space starts a value; put text that contains one in quotes',
  DUPLICATE_KEY: 'duplicate key; keep one',
  TAB_AS_INDENT: 'tabs cannot indent; use spaces',
  TAG_RESOLVE_FAILED: 'put text that starts with ! in quotes',
  MISSING_CHAR: 'missing quote, bracket or comma before this position',
};

/** Returns the offset of a key or item below a node; `fallback` if there is none. */
export function offsetOf(node: unknown, path: readonly PropertyKey[], fallback = 0): number {
  const [part, ...rest] = path;
  if (isMap<Node, Node>(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === part);
    return pair ? offsetOf(pair.value, rest, startOf(pair.key)) : fallback;
  }
  const item = isSeq<Node>(node) ? node.items[Number(part)] : undefined;
  return item ? offsetOf(item, rest, startOf(item)) : fallback;
}

function startOf({ range }: Node): number {
  return range?.[0] ?? 0;
}
