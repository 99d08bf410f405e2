import { isDeepStrictEqual } from 'node:util';
import { isSeq, type Scalar } from 'yaml';
import type { SourceFile } from '../content/content-file.ts';
import { readFrontMatter } from '../content/front-matter.ts';
import type { Fix } from '../diagnostics/diagnostic.ts';
import { edited } from '../html/edits.ts';

/** Returns the fix that removes an alias, or the key with its only alias; `undefined` beside a comment. */
export function removeAlias(file: SourceFile, index: number): Fix | undefined {
  const { source, frontMatter } = file;
  const list = listIn(file);
  if (!list) return undefined;
  const [previous, item, next] = [index - 1, index, index + 1].map((at) => list.items[at]);
  let [start, end] = item!.range!;
  if (previous) start = previous.range![1];
  else if (next) end = next.range![0];
  else {
    start = frontMatter.offset(['aliases']);
    end = source.indexOf('\n', Math.max(end, list.range![1]) - 1) + 1;
  }
  const lineEnd = list.flow ? end : source.indexOf('\n', end);
  if (source.slice(start, lineEnd).includes('#')) return undefined;
  const fix = { start, end, text: '', done: `alias ${String(item!.value)} removed` };
  return ifResult(file, fix, aliasList(file).toSpliced(index, 1));
}

/** Returns the fix that appends an alias; `undefined` for front matter in an unusual style. */
export function addAlias(file: SourceFile, alias: string): Fix | undefined {
  const [start, text] = insertion(file, yaml(alias));
  const fix = { start, end: start, text, done: `alias ${alias} added` };
  return ifResult(file, fix, [...aliasList(file), alias]);
}

function insertion(file: SourceFile, alias: string): [offset: number, text: string] {
  const { source, frontMatter } = file;
  const list = listIn(file);
  if (!list) {
    const { column } = frontMatter.locate(Object.keys(frontMatter.data).slice(0, 1));
    const key = `${' '.repeat(column - 1)}aliases: [${alias}]`;
    return [frontMatter.document.range![2], `\n${key}`];
  }
  const last = list.items.at(-1);
  if (!last) return [list.range![0] + 1, alias];
  const [start, end] = last.range!;
  if (list.flow) return [end, `, ${alias}`];
  const dash = source.slice(source.lastIndexOf('\n', start) + 1, start);
  // A block scalar (>-) ends after its line end.
  return [source.indexOf('\n', end - 1) + 1, `${dash}${alias}\n`];
}

/** Returns a fix after which the file has these aliases, and is valid; else `undefined`. */
function ifResult({ path, source, frontMatter }: SourceFile, fix: Fix, aliases: unknown[]) {
  const { data, diagnostics } = readFrontMatter(path, edited(source, [fix]));
  const expected = { ...frontMatter.data, aliases };
  const isRight = isDeepStrictEqual({ ...data, aliases: data['aliases'] ?? [] }, expected);
  return diagnostics.length === 0 && isRight ? fix : undefined;
}

function listIn({ frontMatter }: SourceFile) {
  const list: unknown = frontMatter.document.getIn(['aliases'], true);
  return isSeq<Scalar>(list) ? list : undefined;
}

/** Returns the `aliases` of a file in front matter, with one more. */
export function aliasLine(file: SourceFile, alias: string): string {
  return `aliases: [${[...aliasList(file), alias].map((one) => yaml(String(one))).join(', ')}]`;
}

/** Returns the aliases as written; empty if they are no list. */
export function aliasList({ frontMatter }: SourceFile): unknown[] {
  const list = frontMatter.data['aliases'];
  return Array.isArray(list) ? (list as unknown[]) : [];
}

/** Returns an alias as YAML, in quotes if necessary. */
function yaml(alias: string): string {
  return /^\/[\p{L}\p{N}\p{M}/._~+%@-]*$/u.test(alias) ? alias : JSON.stringify(alias);
}
