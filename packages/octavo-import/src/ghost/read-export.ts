import { readFileSync } from 'node:fs';
import { ImportError } from '../import-error.ts';
import { at, isMap, map, text, type Values } from '../old/values.ts';

/** An export of Ghost: rows of its tables. */
export interface GhostExport {
  posts: readonly Values[];
  /** The rows of `posts_meta`, by the id of the post. */
  metaOf: (id: string) => Values;
  /** The tags of a post, the primary first. */
  tagsOf: (id: string) => Values[];
  /** The authors of a post, in their order. */
  authorsOf: (post: Values) => Values[];
  users: readonly Values[];
  /** Values of settings by their keys. */
  settings: Values;
}

/**
 * Reads an export of Ghost, from version 0.4 to 6.
 *
 * @throws {ImportError} for any other file.
 */
export function readExport(file: string): GhostExport {
  const data = dataIn(file);
  const rows = (table: string) => listOf(data[table]);
  const byId = (table: string) => new Map(rows(table).map((row) => [textOf(row, 'id'), row]));
  const [tags, users] = [byId('tags'), byId('users')];
  const tagged = grouped(rows('posts_tags'));
  const written = grouped(rows('posts_authors'));
  const meta = grouped(rows('posts_meta'));
  const others = (
    links: readonly Values[],
    key: string,
    of: ReadonlyMap<string, Values>,
  ): Values[] =>
    links
      .toSorted((a, b) => Number(a['sort_order'] ?? 0) - Number(b['sort_order'] ?? 0))
      .flatMap((row): Values[] => {
        const other = of.get(textOf(row, key));
        return other ? [other] : [];
      });
  return {
    posts: rows('posts'),
    metaOf: (id) => meta.get(id)?.[0] ?? {},
    tagsOf: (id) => others(tagged.get(id) ?? [], 'tag_id', tags),
    authorsOf(post) {
      const listed = others(written.get(textOf(post, 'id')) ?? [], 'author_id', users);
      if (listed.length > 0) return listed;
      const author = users.get(textOf(post, 'author_id'));
      return author ? [author] : [];
    },
    users: rows('users'),
    settings: Object.fromEntries(rows('settings').map((row) => [textOf(row, 'key'), row['value']])),
  };
}

function dataIn(file: string): Values {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ImportError(`${file}: invalid JSON: ${(error as Error).message}`);
  }
  const db = at(json, 'db');
  const data = at(Array.isArray(db) ? db[0] : json, 'data');
  if (!Array.isArray(at(data, 'posts')))
    throw new ImportError(`${file}: not a Ghost export: no data.posts`);
  return map(data);
}

function listOf(value: unknown): Values[] {
  return Array.isArray(value) ? value.filter(isMap) : [];
}

function grouped(rows: readonly Values[]): ReadonlyMap<string, readonly Values[]> {
  return Map.groupBy(rows, (row) => textOf(row, 'post_id'));
}

/** Returns a column of a row as text; '' for none. */
export function textOf(row: Values, column: string): string {
  return text(row[column]) ?? '';
}
