import { pathKey } from '../addresses/path-key.ts';
import type { Settings } from '../settings/settings.ts';
import { href } from '../addresses/urls.ts';

/** The limits of Cloudflare for rules without and with `*` or `:name` (developers.cloudflare.com/pages/configuration/redirects). */
const [MAX_STATIC, MAX_DYNAMIC] = [2000, 100];

/**
 * Returns the file `_redirects` for Netlify and Cloudflare: the rules of the owner, unchanged, then
 * one for each other alias. Netlify needs `!` to redirect from an existing page, which Cloudflare
 * rejects; Cloudflare has a limit of rules. `forNetlify` is true if Netlify builds the site.
 */
export function redirectsFile(
  own: string,
  redirects: readonly { alias: string; to: string }[],
  { site, forNetlify }: { site: Pick<Settings, 'base'>; forNetlify: boolean },
): string {
  const rules = rulesOf(own);
  const known = new Set(rules.map(({ from }) => from));
  const status = forNetlify ? '301!' : '301';
  const lines = redirects.flatMap(({ alias, to }) => {
    const path = pathKey(alias);
    const from = href(path, site);
    // `*` and `:` are syntax in rules.
    if (/[*:]/.test(path) || known.has(from)) return [];
    return `${from} ${href(to, site).replaceAll('*', '%2A').replaceAll(':', '%3A')} ${status}`;
  });
  const fitting = forNetlify ? lines : lines.slice(0, roomAfter(rules));
  if (fitting.length === 0) return own;
  const head = own === '' || own.endsWith('\n') ? own : `${own}\n`;
  return `${head}# The aliases of posts and pages.\n${fitting.join('\n')}\n`;
}

/**
 * Returns a function that is true for the paths that the owner's rules redirect; paths are in the
 * form of `pathKey`.
 */
export function ownRedirects(own: string, site: Pick<Settings, 'base'>): (key: string) => boolean {
  const patterns = rulesOf(own)
    .filter(({ status }) => status.startsWith('30'))
    .map(({ from }) => patternOf(from));
  return (key) => {
    const path = href(key, site);
    return patterns.some((pattern) => pattern.test(path));
  };
}

type Rule = ReturnType<typeof rulesOf>[number];

function rulesOf(source: string) {
  return source.split(/\r?\n/).flatMap((line) => {
    const [from = '', to, ...rest] = line.trim().split(/\s+/);
    if (to === undefined || from.startsWith('#')) return [];
    return { from, status: rest.find((word) => /^\d{3}!?$/.test(word)) ?? '301' };
  });
}

/** Returns how many rules fit: Cloudflare counts all rules after a dynamic one as dynamic. */
function roomAfter(rules: readonly Rule[]): number {
  const first = rules.findIndex(({ from }) => DYNAMIC.test(from));
  const room = first === -1 ? MAX_STATIC - rules.length : MAX_DYNAMIC - (rules.length - first);
  return Math.max(0, room);
}

const DYNAMIC = /\*|:[a-z]/i;

/** Returns the pattern of a rule: `*` matches the rest, `:name` a segment; a trailing slash is optional. */
function patternOf(from: string): RegExp {
  const source = from
    .replace(/\/$/, '')
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replace(/:[a-z]\w*/gi, '[^/]+');
  return new RegExp(`^${source}/?$`);
}
