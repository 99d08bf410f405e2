import type { Fix } from '../../diagnostics/diagnostic.ts';
import type { Position } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../content/content-file.ts';
import { pathKey } from '../../addresses/path-key.ts';

/** An alias as it is written, and where. */
export interface WrittenAlias {
  index: number;
  alias: string;
  /** The same for all writings of one address. */
  key: string;
  position: Position;
}

/** Returns the aliases of a file, those that are no path of this site left out. */
export function aliasesOf({ frontMatter: { data, locate } }: SourceFile): WrittenAlias[] {
  const list = data['aliases'];
  if (!Array.isArray(list)) return [];
  return list.flatMap((alias: unknown, index) =>
    typeof alias === 'string' && /^\/(?!\/)/.test(alias.trim())
      ? { index, alias, key: pathKey(alias), position: locate(['aliases', index]) }
      : [],
  );
}

/** Returns what takes an alias out of its list, and the last one with its key; `undefined` where that is not plain. */
export function withoutAlias(reading: SourceFile, index: number): Fix | undefined {
  const list = reading.frontMatter.data['aliases'] as unknown[];
  const range = rangeOf(reading, index, list.length);
  const done = `the alias ${String(list[index])} is taken out`;
  return range && { file: reading.path, ...range, text: '', done };
}

type Range = Pick<Fix, 'start' | 'end'>;

function rangeOf(reading: SourceFile, index: number, count: number): Range | undefined {
  const { source, frontMatter } = reading;
  const itemAt = (at: number) => frontMatter.range(['aliases', at]);
  const item = itemAt(index);
  if (!item) return undefined;
  const lines = source.split('\n');
  const before = (lines[item.start.line - 1] ?? '').slice(0, item.start.column - 1);
  const behind = (lines[item.end.line - 1] ?? '').slice(item.end.column - 1).trim();
  const key = frontMatter.locate(['aliases']);
  if (/^\s*-\s+$/.test(before)) {
    if (behind !== '') return undefined;
    return wholeLines(count === 1 ? key.line : item.start.line, item.end.line);
  }
  if (count === 1)
    return behind === ']' && key.line === item.end.line
      ? wholeLines(key.line, key.line)
      : undefined;
  const [previous, next] = [itemAt(index - 1), itemAt(index + 1)];
  if (previous) return { start: previous.end, end: item.end };
  return next && { start: item.start, end: next.start };
}

function wholeLines(first: number, last: number): Range {
  return { start: { line: first, column: 1 }, end: { line: last + 1, column: 1 } };
}
