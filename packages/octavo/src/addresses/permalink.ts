import { slugify } from './slug.ts';

const TOKENS = [':slug', ':year', ':month', ':day', ':folder'] as const;

/**
 * Returns the error in a permalink pattern, or `undefined`. A pattern is a folder, `/posts/:slug/`,
 * or a file, `/posts/:slug.html`, with `:slug`, and optionally the date and the folder.
 */
export function permalinkError(pattern: string): string | undefined {
  if (!/^(?:\/[^/?#%\s]+)+(?:\/|(?<=\.html))$/.test(pattern)) {
    return `must start with /, and end with / or .html, like /posts/:slug/, not ${pattern}`;
  }
  if (pattern.includes('/.'))
    return `must not have a segment that begins with a dot, like ${pattern}`;
  const unknown = pattern.match(/:\w+/g)?.find((token) => !TOKENS.some((known) => known === token));
  if (unknown) return `unknown ${unknown}; use ${TOKENS.join(', ')}`;
  return pattern.includes(':slug') ? undefined : 'must contain :slug, like /posts/:slug/';
}

/** True for a permalink pattern of files, like `/posts/:slug.html`. */
export function isFilePattern(pattern: string): boolean {
  return pattern.endsWith('.html');
}

/**
 * Returns the path of a post; `day` is its date as `2024-01-06`, `folder` the folder of its file
 * below `posts/`, empty for most.
 */
export function permalink(
  pattern: string,
  { slug, day, folder = '' }: { slug: string; day: string; folder?: string },
): string {
  const [year = '', month = '', date = ''] = day.split('-');
  // A function, since `$&` in a slug would be a pattern of replace().
  const values: Record<string, string> = {
    ':slug': slug,
    ':year': year,
    ':month': month,
    ':day': date,
    ':folder': folder,
  };
  const tokens = folder === '' ? pattern.replace(/:folder\/?/g, '') : pattern;
  return tokens.replace(/:\w+/g, (token) => values[token] ?? token);
}

/**
 * Returns the `:slug` of a post: the front matter key, else the slug of the file name, which is
 * empty if the name has no letter or digit.
 */
export function postSlug(id: string, slug: string | undefined): string {
  return slug ?? slugify(id.slice(id.lastIndexOf('/') + 1));
}

/** Returns the folder of a post below `posts/`, `notes/2024`, with each part as a slug; empty for most. */
export function postFolder(id: string): string {
  return id.split('/').slice(0, -1).map(slugify).filter(Boolean).join('/');
}

/** Returns the folders of posts with those above them: of `a/b`, `a` and `a/b`. */
export function foldersAbove(folders: readonly string[]): string[] {
  const all = folders.flatMap((folder) => {
    const parts = folder.split('/').filter(Boolean);
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  });
  return [...new Set(all)];
}

/** Returns the folder that all permalinks of a pattern share, `/posts/`; `/` if there is none. */
export function permalinkFolder(pattern: string): string {
  return /^(?:\/[^/:]+(?=\/))*\//.exec(pattern)?.[0] ?? '/';
}
