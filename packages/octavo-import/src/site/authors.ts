import { slugify } from 'octavo/internal/addresses/slug';

/** Who writes: a file in `src/content/authors/` each. */
export class Authors {
  readonly #ids = new Map<string, string>();
  /** The name of the site's author. */
  readonly first: string;

  /** The site's author is the first that the configuration names, else who wrote most posts. */
  constructor(
    configured: readonly string[],
    ofPosts: readonly (readonly string[])[],
    title: string,
  ) {
    const counts = new Map<string, number>();
    for (const name of ofPosts.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
    const [most] = [...counts].sort(([, few], [, many]) => many - few);
    this.first = configured[0] ?? most?.[0] ?? title;
    for (const name of [this.first, ...configured, ...counts.keys()]) this.#add(name);
  }

  /** Returns the name of an author's file, without its ending. */
  id(name: string): string {
    return this.#ids.get(name) ?? this.#ids.get(this.first)!;
  }

  /** Names by the names of their files. */
  byId(): Map<string, string> {
    const names = new Map<string, string>();
    for (const [name, id] of this.#ids) if (!names.has(id)) names.set(id, name);
    return names;
  }

  #add(name: string): void {
    if (!this.#ids.has(name)) this.#ids.set(name, slugify(name) || 'author');
  }
}
