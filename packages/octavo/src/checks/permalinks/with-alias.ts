import type { Fix } from '../../diagnostics/diagnostic.ts';
import { readFrontMatter } from '../../content/front-matter.ts';
import type { Position } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../content/content-file.ts';
import { applyFixes } from '../../content/apply-fixes.ts';

/**
 * Returns what adds an alias behind those of a file and changes nothing else; `undefined` where the
 * front matter is not written plainly enough for that.
 */
export function withAlias(reading: SourceFile, alias: string): Fix | undefined {
  const { path: file, source } = reading;
  const [at, text] = placeAndText(reading, yaml(alias)) ?? [];
  if (!at || text === undefined) return undefined;
  const fix = { file, start: at, end: at, text, done: `the alias ${alias} is added` };
  const before = reading.frontMatter.data;
  const { data, diagnostics } = readFrontMatter(file, applyFixes(source, [fix]));
  const wanted = { ...before, aliases: [...aliasList(reading), alias] };
  const keys = Object.keys({ ...wanted, ...data });
  const isRight = keys.every(
    (key) => JSON.stringify(data[key]) === JSON.stringify(wanted[key as keyof typeof wanted]),
  );
  return diagnostics.length === 0 && isRight ? fix : undefined;
}

/** Returns the line of front matter that has an alias behind those that a file has. */
export function aliasLine(reading: SourceFile, alias: string): string {
  return `aliases: [${[...aliasList(reading), alias].map((one) => yaml(String(one))).join(', ')}]`;
}

function aliasList({ frontMatter }: SourceFile): unknown[] {
  const list = frontMatter.data['aliases'];
  return Array.isArray(list) ? (list as unknown[]) : [];
}

function placeAndText(reading: SourceFile, alias: string): [Position, string] | undefined {
  const { source, frontMatter } = reading;
  const lines = source.split('\n');
  const end = lines[0]?.endsWith('\r') ? '\r\n' : '\n';
  const list = frontMatter.range(['aliases']);
  if (!list) return [closing(lines), `${indent(reading)}aliases: [${alias}]${end}`];
  const count = aliasList(reading).length;
  if (count === 0) return [{ ...list.start, column: list.start.column + 1 }, alias];
  const last = frontMatter.range(['aliases', count - 1]);
  if (!last) return undefined;
  const [dash] = /^\s*-\s+(?=\S)/.exec(lines[last.start.line - 1] ?? '') ?? [];
  if (dash?.length !== last.start.column - 1) return [last.end, `, ${alias}`];
  // Behind a text of several lines (>-) the next line has begun.
  const next = last.end.column === 1 ? last.end.line : last.end.line + 1;
  return [{ line: next, column: 1 }, `${dash}${alias}${end}`];
}

/** Returns where the line stands that ends the front matter. */
function closing(lines: readonly string[]): Position {
  const end = lines.findIndex((line, index) => index > 0 && /^---[ \t]*\r?$/.test(line));
  return { line: end + 1, column: 1 };
}

/** Returns the space before each key. */
function indent({ frontMatter: { data, locate } }: SourceFile): string {
  const [first = ''] = Object.keys(data);
  return ' '.repeat(locate([first]).column - 1);
}

/** Returns an alias as YAML, in quotes where it needs them. */
function yaml(alias: string): string {
  return /^\/[\p{L}\p{N}\p{M}/._~+%@-]*$/u.test(alias) ? alias : JSON.stringify(alias);
}
