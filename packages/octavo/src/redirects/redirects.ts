import type { Blog } from '../blog/blog.ts';

/** A redirect from an alias of a post or page. */
export interface Redirect {
  /** As written in the front matter. */
  alias: string;
  /** Its index among the aliases of the file. */
  index: number;
  /** The path that it redirects to, without the base path. */
  to: string;
  /** The file that has the alias, relative to the blog's root folder. */
  file: string;
}

/** Returns the redirects of all published posts and pages. */
export function redirectsOf({ posts, unlisted, pages }: Blog): Redirect[] {
  return [...posts, ...unlisted, ...pages]
    .filter(({ published }) => published)
    .flatMap(({ aliases, url, path }) =>
      aliases.map((alias, index) => ({ alias, index, to: url, file: path })),
    );
}
