import { didYouMean } from '../../diagnostics/did-you-mean.ts';

/** The options of an info string. Lines are counted from 1, in the block itself. */
export class CodeInfo {
  /** As it is written; empty if missing. */
  language = '';
  /** Whether lines that begin with `+` or `-` are shown as inserted and deleted. */
  diff = false;
  title?: string;
  marked = new Set<number>();
  inserted = new Set<number>();
  deleted = new Set<number>();
  collapsed = new Set<number>();
  showLineNumbers = false;
  startLine?: number;
  wrap = false;
  /** A file to show, relative to the Markdown file, and its first and last line. */
  file?: string;
  lines?: [first: number, last: number];
  /** Messages of warnings. */
  problems: string[] = [];
}

const FLAGS = ['showLineNumbers', 'wrap'] as const;
const LINE_SETS = { ins: 'inserted', del: 'deleted', collapse: 'collapsed' } as const;
/** The options that have a value, with an example. */
const EXAMPLES: Record<string, string> = {
  ins: 'ins={3}',
  del: 'del={4}',
  collapse: 'collapse={5-12}',
  title: 'title="src/a.ts"',
  startLine: 'startLine=10',
  file: 'file="./a.ts"',
  lines: 'lines=10-20',
};
/** The options after the language, beside lines in braces. */
export const CODE_WORDS: string[] = [...FLAGS, ...Object.keys(EXAMPLES)];

/** A word of an info string: `{2,4}`, or a name, and its value in quotes, in braces or bare. */
const WORD = /\{([^}]*)\}|([^\s={]+)(?:(=)(?:"([^"]*)"|'([^']*)'|\{([^}]*)\}|([^\s]*)))?|\S/g;

/** Reads an info string: `ts title="src/a.ts" {2,4-6} showLineNumbers`. */
export function parseCodeInfo(infoString: string): CodeInfo {
  const info = new CodeInfo();
  const words = readLanguage(infoString, info);
  for (const match of words.matchAll(WORD)) readWord(match, info);
  if (info.lines && info.file === undefined)
    info.problems.push('lines needs a file; write file="./a.ts"');
  return info;
}

/** Takes the language off an info string, and where it is `diff`, the one under it; returns the rest. */
function readLanguage(infoString: string, info: CodeInfo): string {
  const [, language = '', rest = ''] = /^\s*([^\s={]*)(?![^\s={]*=)([^]*)$/.exec(infoString) ?? [];
  info.language = language;
  if (language === '') return infoString;
  const [, under, words = ''] = /^\s+([^\s={]+)(?=\s|$)([^]*)$/.exec(rest) ?? [];
  if (language !== 'diff' || under === undefined || CODE_WORDS.includes(under)) return rest;
  Object.assign(info, { language: under, diff: true });
  return words;
}

function readWord(match: RegExpMatchArray, info: CodeInfo): void {
  const [word, marked, name = word, equals, ...values] = match;
  const flag = FLAGS.find((known) => known === name);
  const value = values.find((one) => one !== undefined);
  if (marked !== undefined) readLines(marked, info.marked, word, info);
  else if (!CODE_WORDS.includes(name))
    info.problems.push(`unknown option ${name}${didYouMean(name, CODE_WORDS)}`);
  else if (flag && equals !== undefined) info.problems.push(`${name} takes no value`);
  else if (flag) info[flag] = true;
  else if (!value) info.problems.push(`${name} needs a value; write ${EXAMPLES[name]!}`);
  else readValue(name, value, info);
}

function readValue(name: string, value: string, info: CodeInfo): void {
  if (name === 'title' || name === 'file') info[name] = value;
  else if (name === 'startLine') {
    if (/^\d{1,6}$/.test(value)) info.startLine = Number(value);
    else reject(`startLine=${value}`, 'a line number', name, info);
  } else if (name === 'lines') {
    info.lines = rangeOf(value);
    if (!info.lines) reject(`lines=${value}`, 'a range of lines', name, info);
  } else readLines(value, info[LINE_SETS[name as keyof typeof LINE_SETS]], name, info);
}

/** Adds the lines of a list, `2,4-6`. */
function readLines(list: string, lines: Set<number>, name: string, info: CodeInfo): void {
  for (const part of list.split(',')) {
    const [first, last] = rangeOf(part.trim()) ?? [1, Infinity];
    if (last === Infinity) reject(part.trim() || name, 'a line or a range of lines', name, info);
    else for (let line = first; line <= last; line += 1) lines.add(line);
  }
}

/** Returns the first and last line of `2`, `2-4`, or `2-`, to the end. */
function rangeOf(range: string): CodeInfo['lines'] {
  const [, first, dash, last] = /^([1-9]\d{0,5})(?:\s*(-)\s*([1-9]\d{0,5})?)?$/.exec(range) ?? [];
  const end = last ?? (dash ? Infinity : first);
  return Number(first) <= Number(end) ? [Number(first), Number(end)] : undefined;
}

function reject(value: string, expected: string, name: string, { problems }: CodeInfo): void {
  problems.push(`${value} is not ${expected}; write ${EXAMPLES[name] ?? '{2,4-6}'}`);
}
