import { isReserved } from 'octavo/internal/addresses/engine-addresses';
import { permalink, permalinkError } from 'octavo/internal/addresses/permalink';
import { slugify } from 'octavo/internal/addresses/slug';

/** What is known of a post when the pattern of permalinks is chosen. */
export interface Located {
  /** Where Hugo had it. */
  oldUrl: string;
  /** Its day in the time zone of the new site. */
  day: string;
}

/** How a post keeps its address under a pattern. */
export interface Fit {
  slug: string;
  /** The folders below `src/content/posts/` that it has to be in; absent where they do not count. */
  folder?: string;
}

/** Returns the pattern of permalinks under which most posts keep their address. */
export function choosePattern(posts: readonly Located[]): string {
  const candidates = new Map<string, number>();
  for (const post of posts) {
    for (const pattern of patternsOf(post)) {
      if (permalinkError(pattern) === undefined)
        candidates.set(pattern, (candidates.get(pattern) ?? 0) + 1);
    }
  }
  const patterns = [...candidates].sort(([, few], [, many]) => many - few).slice(0, 40);
  const scored = patterns.map(([pattern]) => ({
    pattern,
    kept: posts.filter((post) => fit(pattern, post)).length,
    hasFolder: pattern.includes(':folder'),
  }));
  const best = (hasFolder: boolean) =>
    scored
      .filter((one) => one.hasFolder === hasFolder)
      .sort((a, b) => b.kept - a.kept || b.pattern.length - a.pattern.length)[0];
  const [plain, withFolder] = [best(false), best(true)];
  if (!plain) return withFolder?.pattern ?? '/posts/:slug/';
  return withFolder && withFolder.kept > plain.kept ? withFolder.pattern : plain.pattern;
}

/** The patterns that would make the address of a post. */
function patternsOf({ oldUrl, day }: Located): string[] {
  const parts = partsOf(oldUrl);
  if (!parts) return [];
  const above = parts.slice(0, -1);
  const tokens = [':year', ':month', ':day'];
  const dated = above.map((part) => {
    const index = day.split('-').findIndex((value, at) => value === part && tokens[at] !== '');
    const token = index === -1 ? '' : tokens[index]!;
    if (index !== -1) tokens[index] = '';
    return token || part;
  });
  const end = endOf(oldUrl);
  const of = (folders: readonly string[]) => `/${[...folders, ':slug'].join('/')}${end}`;
  const first = above.slice(0, 1);
  const firstDated = dated.findIndex((part) => part.startsWith(':'));
  return [
    of(dated),
    of([':folder']),
    ...(first.length > 0 ? [of([...first, ':folder'])] : []),
    // Categories before the day, as Jekyll has them.
    ...(firstDated > 0 ? [of([':folder', ...dated.slice(firstDated)])] : []),
  ];
}

/** Returns how a post keeps its address under a pattern, or `undefined` where it cannot. */
export function fit(pattern: string, post: Located): Fit | undefined {
  const parts = partsOf(post.oldUrl);
  const slug = parts?.at(-1);
  if (!parts || slug === undefined) return undefined;
  if (!pattern.endsWith(`/:slug${endOf(post.oldUrl)}`)) return undefined;
  if (isReserved(post.oldUrl, pattern)) return undefined;
  if (!pattern.includes(':folder'))
    return permalink(pattern, { slug, day: post.day }) === post.oldUrl ? { slug } : undefined;
  const folder = folderIn(post.oldUrl, permalink(pattern, { slug, day: post.day, folder: FOLDER }));
  return folder === undefined ? undefined : { slug, folder };
}

const FOLDER = ':folder';

/** Returns the folder in a URL, by a permalink that has `:folder` in its place. */
function folderIn(url: string, link: string): string | undefined {
  const [before = '', after = ''] = link.split(FOLDER);
  if (url === before + after.slice(1)) return '';
  if (!url.startsWith(before) || !url.endsWith(after)) return undefined;
  const folder = url.slice(before.length, -after.length);
  return folder.split('/').some((part) => slugify(part) !== part) ? undefined : folder;
}

/** Returns an address with the ending of a pattern, under which it may be kept: `/x/` for `/x.html`. */
export function nearest(pattern: string, oldUrl: string): string {
  return oldUrl.replace(/(?:\.html?|\/)$/, endOf(pattern));
}

function endOf(path: string): '.html' | '/' {
  return path.endsWith('.html') ? '.html' : '/';
}

/** The parts of an address, not a hidden one, whose last part can be a slug. */
function partsOf(url: string): string[] | undefined {
  const end = endOf(url);
  if (!url.endsWith(end) || url === '/') return undefined;
  const parts = url.slice(1, -end.length).split('/');
  return url.includes('/.') || /[?#%\\\s]/.test(parts.at(-1)!) ? undefined : parts;
}
