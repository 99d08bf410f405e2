import { pathKey } from '../addresses/path-key.ts';
import type { Redirect } from './redirects.ts';
import type { Settings } from '../settings/settings.ts';
import { href } from '../addresses/urls.ts';

/** How many rules Cloudflare takes: without and with `*` or `:name` (developers.cloudflare.com/pages/configuration/redirects). */
const [MOST_STATIC, MOST_DYNAMIC] = [2000, 100];

interface Options {
  site: Pick<Settings, 'base'>;
  /** Whether Netlify is to read them. */
  forNetlify: boolean;
}

/**
 * Returns the file `_redirects`, as Netlify and Cloudflare read it: the rules of the owner, kept as
 * they are, and behind them one for each alias that they say nothing of. On Netlify a rule needs `!`
 * where a page stands, which Cloudflare refuses; Cloudflare takes so many rules and no more.
 */
export function redirectsFile(
  own: string,
  redirects: readonly Redirect[],
  { site, forNetlify }: Options,
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
  const fitting = forNetlify ? lines : lines.slice(0, roomBehind(rules));
  if (fitting.length === 0) return own;
  const head = own === '' || own.endsWith('\n') ? own : `${own}\n`;
  return `${head}# The aliases of posts and pages.\n${fitting.join('\n')}\n`;
}

/**
 * Returns a test for what the owner's own rules lead elsewhere: a path of this site in the form of
 * `pathKey`.
 */
export function ownRedirects(own: string, site: Pick<Settings, 'base'>): (key: string) => boolean {
  const patterns = rulesOf(own)
    .filter(({ status }) => /^30\d!?$/.test(status))
    .map(({ from }) => patternOf(from));
  return (key) => {
    const path = href(key, site);
    return patterns.some((pattern) => pattern.test(path));
  };
}

interface Rule {
  from: string;
  status: string;
}

function rulesOf(source: string): Rule[] {
  return source.split(/\r?\n/).flatMap((line) => {
    const [from = '', to, ...rest] = line.trim().split(/\s+/);
    if (to === undefined || from.startsWith('#')) return [];
    return { from, status: rest.find((word) => /^\d{3}!?$/.test(word)) ?? '301' };
  });
}

/** Once a rule is dynamic, Cloudflare counts all behind it as such. */
function roomBehind(rules: readonly Rule[]): number {
  const first = rules.findIndex(({ from }) => DYNAMIC.test(from));
  const room = first === -1 ? MOST_STATIC - rules.length : MOST_DYNAMIC - (rules.length - first);
  return Math.max(0, room);
}

const DYNAMIC = /\*|:[a-z]/i;

/** A slash at the end says nothing; `*` is the rest, `:name` a part between slashes. */
function patternOf(from: string): RegExp {
  const source = from
    .replace(/\/$/, '')
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replace(/:[a-z]\w*/gi, '[^/]+');
  return new RegExp(`^${source}/?$`);
}
