import { slugify } from './slug.ts';

const TOKENS = [':slug', ':year', ':month', ':day'] as const;

/**
 * Returns what is wrong with a pattern of permalinks, as a sentence, or `undefined`.
 * A pattern is a folder (`/posts/:slug/`) that holds `:slug` and may hold the date.
 */
export function permalinkMistake(pattern: string): string | undefined {
  if (!/^\/(?:[^/?#%\s]+\/)+$/.test(pattern)) {
    return `must begin and end with /, like /posts/:slug/; is ${pattern}`;
  }
  if (/\/\.+\//.test(pattern)) return `must name no folder by dots; is ${pattern}`;
  const unknown = pattern.match(/:\w+/g)?.find((token) => !TOKENS.some((known) => known === token));
  if (unknown) return `knows ${TOKENS.join(', ')}; not ${unknown}`;
  return pattern.includes(':slug') ? undefined : 'must hold :slug, like /posts/:slug/';
}

/** Returns a post's path by the pattern; `day` is its date as `2024-01-06`. */
export function permalink(pattern: string, { slug, day }: { slug: string; day: string }): string {
  const [year = '', month = '', date = ''] = day.split('-');
  // A function, since `$&` in a slug would be a pattern of replace().
  const values: Record<string, string> = {
    ':slug': slug,
    ':year': year,
    ':month': month,
    ':day': date,
  };
  return pattern.replace(/:\w+/g, (token) => values[token] ?? token);
}

/**
 * Returns the last part of a post's path: its `slug`, else made from the name of its file or
 * bundle; the folders above do not count. Empty where the name has nothing to make it from.
 */
export function postSlug(id: string, slug: string | undefined): string {
  return slug ?? slugify(id.slice(id.lastIndexOf('/') + 1));
}

/** Returns the folder that all permalinks of a pattern share, `/posts/`; `/` where there is none. */
export function permalinkFolder(pattern: string): string {
  return /^(?:\/[^/:]+(?=\/))*\//.exec(pattern)?.[0] ?? '/';
}
