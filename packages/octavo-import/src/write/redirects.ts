import { escapeHtml } from 'octavo/internal/html/escape-html';
import type { SiteConfig } from 'octavo/internal/settings/settings';
import { stringsFor } from 'octavo/internal/strings/strings';
import type { ImportedFile, OldAddress } from '../imported-site.ts';
import { withSlash } from '../old/paths.ts';

type SitePlace = Pick<SiteConfig, 'url' | 'language'>;

/** Returns a page of `public/` for each old address that leads on to another by one. */
export function redirectPages(addresses: readonly OldAddress[], site: SitePlace): ImportedFile[] {
  return addresses.flatMap(({ from, to, by, kind }): ImportedFile[] =>
    by === 'page' && to !== undefined
      ? [{ path: `public${fileOf(from)}`, content: redirectPage(to, site, kind === 'feed') }]
      : [],
  );
}

/** Returns the file that a host of static files answers an address with. */
export function fileOf(path: string): string {
  return withSlash(path).replace(/\/$/, '/index.html');
}

function redirectPage(to: string, { url, language = 'en' }: SitePlace, isFeed: boolean): string {
  const { movedTo } = stringsFor({ language });
  const whole = escapeHtml(new URL(`.${encodeURI(to)}`, url).href);
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${escapeHtml(movedTo)} ${whole}</title>
    <meta http-equiv="refresh" content="0; url=${escapeHtml(new URL(whole.replaceAll('&amp;', '&')).pathname)}" />
    ${isFeed ? `<link rel="alternate" type="application/rss+xml" href="${whole}" />` : `<link rel="canonical" href="${whole}" />`}
    <meta name="robots" content="noindex" />
  </head>
  <body>
    <main>
      <h1>${escapeHtml(movedTo)}</h1>
      <p><a href="${whole}">${whole}</a></p>
    </main>
  </body>
</html>
`;
}

/** Hosts know so many rules, Cloudflare Pages 2,000; beyond this the pages do without. */
const MOST_RULES = 1000;

const BEGIN = '# Old addresses, written by npm run import: begin';
const END = '# Old addresses, written by npm run import: end';

/**
 * Returns `public/_redirects` with a rule for each old address that needs one, between two lines
 * of its own; what else the file holds stays. Empty where there is nothing to say.
 */
export function redirectRules(
  existing: string,
  addresses: readonly OldAddress[],
  { url }: SitePlace,
): string {
  const base = new URL(url).pathname;
  const path = (one: string) =>
    base + encodeURI(one.slice(1)).replaceAll('#', '%23').replaceAll('?', '%3F');
  const pages = addresses.filter(({ by }) => by === 'page');
  const kinds = pages.length > MOST_RULES ? ['rule'] : ['rule', 'page'];
  const rules = addresses.flatMap(({ from, to, by }) =>
    to !== undefined && kinds.includes(by) ? [`${path(from)} ${path(to)} 301`] : [],
  );
  const [before = '', rest = ''] = existing.split(`${BEGIN}\n`);
  const behind = rest === '' ? '' : (rest.split(`${END}\n`)[1] ?? '');
  const own = before + behind;
  if (rules.length === 0) return own;
  const block = [BEGIN, ...rules, END].join('\n');
  return `${own === '' || own.endsWith('\n') ? own : `${own}\n`}${block}\n`;
}
