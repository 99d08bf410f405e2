import type { Fix, Position } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../content/content-file.ts';
import { pathKey } from '../../addresses/path-key.ts';

/** An alias in the source of a file. */
export interface WrittenAlias {
  index: number;
  alias: string;
  /** The alias in the form of `pathKey`. */
  key: string;
  position: Position;
}

/** Returns the aliases of a file that are paths of this site. */
export function aliasesOf({ frontMatter: { data, locate } }: SourceFile): WrittenAlias[] {
  const list = data['aliases'];
  if (!Array.isArray(list)) return [];
  return list.flatMap((alias: unknown, index) =>
    typeof alias === 'string' && /^\/(?!\/)/.test(alias.trim())
      ? { index, alias, key: pathKey(alias), position: locate(['aliases', index]) }
      : [],
  );
}

/** Returns the fix that removes an alias, or the key with its only alias; `undefined` for a list in another style. */
export function removeAlias(source: SourceFile, index: number): Fix | undefined {
  const list = source.frontMatter.data['aliases'] as unknown[];
  const range = rangeOf(source, index, list.length);
  const done = `alias ${String(list[index])} removed`;
  return range && { file: source.path, ...range, text: '', done };
}

type Range = Pick<Fix, 'start' | 'end'>;

function rangeOf(file: SourceFile, index: number, count: number): Range | undefined {
  const { source, frontMatter } = file;
  const itemAt = (at: number) => frontMatter.range(['aliases', at]);
  const item = itemAt(index);
  if (!item) return undefined;
  const lines = source.split('\n');
  const before = (lines[item.start.line - 1] ?? '').slice(0, item.start.column - 1);
  const after = (lines[item.end.line - 1] ?? '').slice(item.end.column - 1).trim();
  const key = frontMatter.locate(['aliases']);
  if (/^\s*-\s+$/.test(before)) {
    if (after !== '') return undefined;
    return wholeLines(count === 1 ? key.line : item.start.line, item.end.line);
  }
  if (count === 1)
    return after === ']' && key.line === item.end.line ? wholeLines(key.line, key.line) : undefined;
  const [previous, next] = [itemAt(index - 1), itemAt(index + 1)];
  if (previous) return { start: previous.end, end: item.end };
  return next && { start: item.start, end: next.start };
}

function wholeLines(first: number, last: number): Range {
  return { start: { line: first, column: 1 }, end: { line: last + 1, column: 1 } };
}
