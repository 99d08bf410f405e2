import { posix } from 'node:path';

/** Returns the names of a file in links of Obsidian: any end of its path. */
export function namesOf(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(index).join('/'));
}

/** Returns a name as names are compared: without regard to case and spaces around it. */
export function nameKey(name: string): string {
  return posix.normalize(name.trim().replace(/^\//, '')).toLowerCase().normalize('NFC');
}

/** A content file, with what a link may call it. */
export interface NamedFile {
  path: string;
  /** The key of its language. */
  code: string;
  /** Its path in its collection, without language and extension. */
  name: string;
  title: string;
  aliases: readonly string[];
}

/**
 * Returns a function that returns the files with a name, more than one where it is ambiguous, by a query
 * such as `de Post title`: in that language, then in the others, by path, end of a path, title, and
 * alias, then `files` without a language. A query of a language alone returns all its names.
 */
export function filesNamed(
  content: readonly NamedFile[],
  files: readonly string[],
  codes: readonly string[],
) {
  const known = new Map<string, Set<string>>();
  const add = (code: string, kind: number, name: string, path: string) => {
    const key = `${code} ${kind} ${nameKey(name)}`;
    known.set(key, (known.get(key) ?? new Set()).add(path));
  };
  for (const { path, code, name, title, aliases } of content) {
    add(code, 0, name, path);
    // `posts/name` is not `notes/name`.
    add(code, 1, `${path.split('/')[2]}/${name}`, path);
    for (const end of namesOf(name)) add(code, 1, end, path);
    if (title) add(code, 2, title, path);
    for (const alias of aliases)
      for (const end of namesOf(alias.replace(/\/$/, ''))) add(code, 3, end, path);
  }
  for (const path of files) for (const end of namesOf(path)) add('', 0, end, path);
  return (query: string): string[] => {
    const [, own = '', name] = /^(\S*) ?([^]*)$/.exec(query) ?? [];
    if (!name)
      return content.flatMap((file) =>
        file.code === own ? [file.name.replace(/^.*\//, ''), file.title].filter(Boolean) : [],
      );
    const key = nameKey(name.replace(/\.mdx?$/i, ''));
    const keys = [own, ...codes].flatMap((code) =>
      [0, 1, 2, 3].map((kind) => `${code} ${kind} ${key}`),
    );
    return [...([...keys, ` 0 ${nameKey(name)}`].map((one) => known.get(one)).find(Boolean) ?? [])];
  };
}
