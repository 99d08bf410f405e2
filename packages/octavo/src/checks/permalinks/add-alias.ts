import type { Fix, Position } from '../../diagnostics/diagnostic.ts';
import { readFrontMatter } from '../../content/front-matter.ts';
import type { SourceFile } from '../../content/content-file.ts';
import { applyFixes } from '../../content/apply-fixes.ts';

/**
 * Returns the fix that appends an alias to those of a file; `undefined` for front matter in another
 * style.
 */
export function addAlias(source: SourceFile, alias: string): Fix | undefined {
  const { path: file } = source;
  const [at, text] = positionAndText(source, yaml(alias)) ?? [];
  if (!at || text === undefined) return undefined;
  const fix = { file, start: at, end: at, text, done: `alias ${alias} added` };
  const before = source.frontMatter.data;
  const { data, diagnostics } = readFrontMatter(file, applyFixes(source.source, [fix]));
  const wanted = { ...before, aliases: [...aliasList(source), alias] };
  const keys = Object.keys({ ...wanted, ...data });
  const isRight = keys.every(
    (key) => JSON.stringify(data[key]) === JSON.stringify(wanted[key as keyof typeof wanted]),
  );
  return diagnostics.length === 0 && isRight ? fix : undefined;
}

/** Returns the `aliases` of a file in front matter, with one more. */
export function aliasLine(source: SourceFile, alias: string): string {
  return `aliases: [${[...aliasList(source), alias].map((one) => yaml(String(one))).join(', ')}]`;
}

function aliasList({ frontMatter }: SourceFile): unknown[] {
  const list = frontMatter.data['aliases'];
  return Array.isArray(list) ? (list as unknown[]) : [];
}

function positionAndText(file: SourceFile, alias: string): [Position, string] | undefined {
  const { source, frontMatter } = file;
  const lines = source.split('\n');
  const end = lines[0]?.endsWith('\r') ? '\r\n' : '\n';
  const list = frontMatter.range(['aliases']);
  if (!list) return [closing(lines), `${indent(file)}aliases: [${alias}]${end}`];
  const count = aliasList(file).length;
  if (count === 0) return [{ ...list.start, column: list.start.column + 1 }, alias];
  const last = frontMatter.range(['aliases', count - 1]);
  if (!last) return undefined;
  const [dash] = /^\s*-\s+(?=\S)/.exec(lines[last.start.line - 1] ?? '') ?? [];
  if (dash?.length !== last.start.column - 1) return [last.end, `, ${alias}`];
  // The range of a block scalar (>-) ends at the start of the next line.
  const next = last.end.column === 1 ? last.end.line : last.end.line + 1;
  return [{ line: next, column: 1 }, `${dash}${alias}${end}`];
}

/** Returns the position of the line that ends the front matter. */
function closing(lines: readonly string[]): Position {
  const end = lines.findIndex((line, index) => index > 0 && /^---[ \t]*\r?$/.test(line));
  return { line: end + 1, column: 1 };
}

/** Returns the indentation of the keys. */
function indent({ frontMatter: { data, locate } }: SourceFile): string {
  const [first = ''] = Object.keys(data);
  return ' '.repeat(locate([first]).column - 1);
}

/** Returns an alias as YAML, in quotes if necessary. */
function yaml(alias: string): string {
  return /^\/[\p{L}\p{N}\p{M}/._~+%@-]*$/u.test(alias) ? alias : JSON.stringify(alias);
}
