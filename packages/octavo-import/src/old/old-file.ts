import type { Diagnostic } from '../diagnostic.ts';
import { parseJson, parseToml, parseYaml, type Parsed } from './formats.ts';
import { isMap, lowerKeys, type Values } from './values.ts';

/** A content file of Hugo, taken apart. */
export interface OldFile {
  /** Keys in lower case; those of `params` are beside the others. */
  values: Values;
  /** The line of a key of the front matter; the first line where it is not there. */
  lineOf: (key: string) => number;
  /** The text behind the front matter. */
  body: string;
  /** The line at which the body starts. */
  firstLine: number;
  hasFrontMatter: boolean;
  /** What was fixed; one of severity `error` says why the file cannot be read. */
  diagnostics: Diagnostic[];
}

interface Block {
  format: 'yaml' | 'toml' | 'json';
  source: string;
  /** The line of the file that the source begins at. */
  line: number;
  /** Where the text behind it begins. */
  end: number;
}

/** How front matter is found. */
export interface ReadOptions {
  /** True if front matter in YAML may begin with its first key, without a line of hyphens. */
  mayLackOpening?: boolean;
  /** Returns the source as this reader knows it; its lines stay where they are. */
  prepare?: (source: string) => string;
}

/** Takes a content file apart: front matter in YAML, TOML or JSON. Never throws. */
export function readOldFile(
  file: string,
  source: string,
  { mayLackOpening = false }: ReadOptions = {},
): OldFile {
  const block = findBlock(source) ?? (mayLackOpening ? blockWithoutOpening(source) : undefined);
  if (block === 'unclosed') return unreadable(file, source, 'front matter is never closed');
  if (!block) return withoutFrontMatter(source);
  const parsed = PARSERS[block.format](block.source);
  const diagnostics = parsed.diagnostics.map(({ line, severity, message }): Diagnostic => ({
    file,
    line: block.line + line - 1,
    severity,
    message: severity === 'error' ? `front matter: ${message}` : message,
  }));
  const values = lowerKeys(parsed.values) as Values;
  const params = isMap(values['params']) ? values['params'] : {};
  return {
    values: { ...params, ...values },
    lineOf: (key) => block.line + lineOfKey(block.source, key) - 1,
    body: source.slice(block.end),
    firstLine: lineAt(source, block.end),
    hasFrontMatter: true,
    diagnostics,
  };
}

const PARSERS: Record<Block['format'], (source: string) => Parsed> = {
  yaml: parseYaml,
  toml: parseToml,
  json: parseJson,
};

function unreadable(file: string, source: string, message: string): OldFile {
  const note: Diagnostic = { file, line: 1, severity: 'error', message };
  return { ...withoutFrontMatter(source), diagnostics: [note] };
}

function withoutFrontMatter(source: string): OldFile {
  return {
    ...{ values: {}, lineOf: () => 1, body: source, firstLine: 1 },
    ...{ hasFrontMatter: false, diagnostics: [] },
  };
}

function findBlock(source: string): Block | 'unclosed' | undefined {
  const start = /\S/.exec(source)?.index ?? source.length;
  const rest = source.slice(start);
  for (const [fence, format] of [
    ['---', 'yaml'],
    ['+++', 'toml'],
  ] as const) {
    const opening = new RegExp(`^${RegExp.escape(fence)}[ \\t]*\\n`).exec(rest)?.[0];
    if (opening === undefined) continue;
    const closing = new RegExp(`^${RegExp.escape(fence)}[ \\t]*(?:\\n|$)`, 'm').exec(
      rest.slice(opening.length),
    );
    // A line of hyphens at the head of a text without front matter is a rule.
    if (!closing)
      return /^[ \t]*["']?[\w-]+["']?[ \t]*[:=]/.test(rest.slice(opening.length))
        ? 'unclosed'
        : undefined;
    const from = start + opening.length;
    return {
      format,
      source: source.slice(from, from + closing.index),
      line: lineAt(source, from),
      end: from + closing.index + closing[0].length,
    };
  }
  return jsonBlock(source, start);
}

/** Keys and values from the first line on, up to a line of hyphens. */
function blockWithoutOpening(source: string): Block | undefined {
  const [all, block] =
    /^((?:[ \t]*\n)*[a-z_]+:[^\n]*\n[\s\S]*?)^-{3,}[ \t]*(?:\n|$)/im.exec(source) ?? [];
  if (all === undefined || block === undefined || !source.startsWith(all)) return undefined;
  return { format: 'yaml', source: block, line: 1, end: all.length };
}

function jsonBlock(source: string, start: number): Block | 'unclosed' | undefined {
  if (!/^\{\s*(?:"|\})/.test(source.slice(start))) return undefined;
  const end = endOfObject(source, start);
  if (end === undefined) return 'unclosed';
  const behind = /^[ \t]*\n?/.exec(source.slice(end))?.[0].length ?? 0;
  const json = source.slice(start, end);
  return { format: 'json', source: json, line: lineAt(source, start), end: end + behind };
}

/** Where the object of JSON ends that begins at a place, strings passed over. */
function endOfObject(source: string, start: number): number | undefined {
  const token = /"(?:[^"\\]|\\[\s\S])*"|[{}]/g;
  token.lastIndex = start;
  let depth = 0;
  for (let match = token.exec(source); match; match = token.exec(source)) {
    if (match[0] === '{') depth++;
    if (match[0] === '}' && --depth === 0) return token.lastIndex;
  }
  return undefined;
}

function lineOfKey(source: string, key: string): number {
  const name = RegExp.escape(key);
  const match = new RegExp(
    `^[\\s{,\\[]*["']?(?:params\\.)?${name}["']?[ \\t]*(?:[:=.\\]]|$)`,
    'im',
  ).exec(source);
  if (!match) return 1;
  return lineAt(source, match.index + match[0].length - match[0].trimStart().length);
}

function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}
