import { slugify } from './slug.ts';

const TOKENS = [':slug', ':year', ':month', ':day', ':folder'] as const;

/**
 * Returns what is wrong with a pattern of permalinks, as a sentence, or `undefined`.
 * A pattern is a folder (`/posts/:slug/`) that holds `:slug` and may hold the date and the folder.
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

/**
 * Returns a post's path by the pattern; `day` is its date as `2024-01-06`, `folder` where its file
 * is below the posts, empty for most.
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
 * Returns the last part of a post's path: its `slug`, else made from the name of its file or
 * bundle; the folders above are `:folder` of the pattern. Empty where the name has nothing to make it from.
 */
export function postSlug(id: string, slug: string | undefined): string {
  return slug ?? slugify(id.slice(id.lastIndexOf('/') + 1));
}

/** Returns the folders that a post's file is in, `notes/2024`, each as a slug; empty for most. */
export function postFolder(id: string): string {
  return id.split('/').slice(0, -1).map(slugify).filter(Boolean).join('/');
}

/** Returns the folder that all permalinks of a pattern share, `/posts/`; `/` where there is none. */
export function permalinkFolder(pattern: string): string {
  return /^(?:\/[^/:]+(?=\/))*\//.exec(pattern)?.[0] ?? '/';
}
