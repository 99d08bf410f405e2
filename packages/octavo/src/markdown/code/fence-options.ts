import { didYouMean } from '../../diagnostics/did-you-mean.ts';

/** What the info string of a fence asks for. Lines are counted from 1, in the block itself. */
export interface CodeInfo {
  /** As it is written; empty where there is none. */
  language: string;
  /** Whether lines that open with `+` or `-` are shown as inserted and deleted. */
  diff: boolean;
  title?: string;
  marked: Set<number>;
  inserted: Set<number>;
  deleted: Set<number>;
  collapsed: Set<number>;
  showLineNumbers: boolean;
  startLine?: number;
  wrap: boolean;
  /** A file to show, relative to the Markdown file, and its first and last line. */
  file?: string;
  lines?: [first: number, last: number];
  /** What is wrong with it, in words. */
  problems: string[];
}

const FLAGS = ['showLineNumbers', 'wrap'] as const;
const LINE_SETS = { ins: 'inserted', del: 'deleted', collapse: 'collapsed' } as const;
/** The options after the language, beside lines in braces. */
export const CODE_WORDS = [
  ...FLAGS,
  ...Object.keys(LINE_SETS),
  'title',
  'startLine',
  'file',
  'lines',
];

/** A word of an info string: `{2,4}`, or a name, and its value in quotes, in braces or bare. */
const WORD = /\{([^}]*)\}|([^\s={]+)(?:(=)(?:"([^"]*)"|'([^']*)'|\{([^}]*)\}|([^\s]*)))?|\S/g;

/** Reads an info string: `ts title="src/a.ts" {2,4-6} showLineNumbers`. */
export function parseCodeInfo(infoString: string): CodeInfo {
  const info: CodeInfo = {
    language: '',
    diff: false,
    marked: new Set(),
    inserted: new Set(),
    deleted: new Set(),
    collapsed: new Set(),
    showLineNumbers: false,
    wrap: false,
    problems: [],
  };
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
  const [word, marked, name, equals, ...values] = match;
  if (marked !== undefined) return readLines(word, marked, info.marked, info);
  const value = values.find((one) => one !== undefined);
  if (name === undefined || !CODE_WORDS.includes(name)) {
    info.problems.push(`unknown option ${name ?? word}${didYouMean(name ?? word, CODE_WORDS)}`);
  } else if (isFlag(name)) {
    if (equals === undefined) info[name] = true;
    else info.problems.push(`${name} takes no value`);
  } else if (value === undefined || value === '') {
    info.problems.push(`${name} needs a value; write ${EXAMPLES[name]!}`);
  } else readValue(name, value, info);
}

function readValue(name: string, value: string, info: CodeInfo): void {
  if (name === 'title' || name === 'file') info[name] = value;
  else if (name === 'startLine') info.startLine = readNumber(value, info);
  else if (name === 'lines') info.lines = readRange(value, info);
  else readLines(name, value, info[LINE_SETS[name as keyof typeof LINE_SETS]], info);
}

const EXAMPLES: Record<string, string> = {
  ins: 'ins={3}',
  del: 'del={4}',
  collapse: 'collapse={5-12}',
  title: 'title="src/a.ts"',
  startLine: 'startLine=10',
  file: 'file="./a.ts"',
  lines: 'lines=10-20',
};

function isFlag(name: string): name is (typeof FLAGS)[number] {
  return (FLAGS as readonly string[]).includes(name);
}

/** Adds the lines of a list, `2,4-6`. */
function readLines(name: string, list: string, lines: Set<number>, info: CodeInfo): void {
  for (const part of list.split(',')) {
    const [, first, last = first] =
      /^\s*([1-9]\d{0,5})(?:\s*-\s*([1-9]\d{0,5}))?\s*$/.exec(part) ?? [];
    if (first === undefined || Number(first) > Number(last)) {
      const example = EXAMPLES[name] ?? '{2,4-6}';
      info.problems.push(
        `${part.trim() || name} is not a line or a range of lines; write ${example}`,
      );
    } else for (let line = Number(first); line <= Number(last); line += 1) lines.add(line);
  }
}

function readRange(value: string, info: CodeInfo): [number, number] | undefined {
  const [, first, dash, last] = /^([1-9]\d{0,8})(?:(-)([1-9]\d{0,8})?)?$/.exec(value) ?? [];
  const from = Number(first);
  const to = last === undefined ? (dash === undefined ? from : Infinity) : Number(last);
  if (first !== undefined && from <= to) return [from, to];
  info.problems.push(`lines=${value} is not a range of lines; write ${EXAMPLES['lines']!}`);
  return undefined;
}

function readNumber(value: string, info: CodeInfo): number | undefined {
  if (/^\d{1,6}$/.test(value)) return Number(value);
  info.problems.push(`startLine=${value} is not a line number; write ${EXAMPLES['startLine']!}`);
  return undefined;
}
