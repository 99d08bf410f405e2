import type { Diagnostic } from '../diagnostic.ts';
import type { HugoConfig } from './config.ts';
import { isTarget, type HeaderLink } from '../site/header-links.ts';
import type { OldPage } from '../old/old-page.ts';
import { at, isMap, map, text } from '../old/values.ts';

interface Entry {
  name: string;
  url: string;
  weight: number;
  hasParent: boolean;
}

/** Where an address of the old site leads in the new one; `undefined` where it stays. */
type Resolve = (address: string) => string | undefined;

/** Returns the links of the main menu, from the configuration and from pages that name themselves in it. */
export function navigation(
  config: HugoConfig,
  pages: readonly { page: OldPage; url: string; title: string }[],
  resolve: Resolve,
): { nav: HeaderLink[]; diagnostics: Diagnostic[] } {
  const menus = { ...map(config.values, 'menu'), ...map(config.values, 'menus') };
  const name = 'main' in menus || Object.keys(menus).length === 0 ? 'main' : Object.keys(menus)[0]!;
  const given = menus[name];
  const entries = [
    ...(Array.isArray(given) ? given : []).flatMap(entryOf),
    ...pages.flatMap((page) => ofPage(page, name)),
  ];
  const diagnostics = Object.keys(menus)
    .filter((other) => other !== name)
    .map((other): Diagnostic => ({
      file: config.file,
      line: 1,
      severity: 'info',
      message: `menu ${other} skipped: a header has one menu, and the footer a line of Markdown`,
    }));
  if (entries.some(({ hasParent }) => hasParent))
    diagnostics.push({
      file: config.file,
      line: 1,
      severity: 'info',
      message: 'nested menus are flattened',
    });
  // As Hugo orders them; what has no weight comes last.
  const sorted = entries.sort((a, b) => (a.weight || Infinity) - (b.weight || Infinity) || 0);
  const links = new Map<string, HeaderLink>();
  for (const { name: label, url } of sorted) {
    const link = resolve(url) ?? url;
    // The header has the search of its own, and the title leads to the index.
    if (link === '/search/' || link === '/' || !isTarget(link) || links.has(link)) continue;
    links.set(link, { label, link });
  }
  return { nav: [...links.values()], diagnostics };
}

function entryOf(entry: unknown): Entry[] {
  const url = text(at(entry, 'url')) ?? text(at(entry, 'pageref'));
  const name = text(at(entry, 'name')) ?? text(at(entry, 'title')) ?? text(at(entry, 'identifier'));
  if (url === undefined || name === undefined) return [];
  const isOutside = /^(?:[a-z]+:|\/|#)/i.test(url);
  return [
    {
      name,
      url: isOutside ? url : `/${url}`,
      weight: Number(text(at(entry, 'weight')) ?? 0) || 0,
      hasParent: text(at(entry, 'parent')) !== undefined,
    },
  ];
}

/** `menu: main`, `menu: [main, footer]`, `menu: { main: { weight: 10 } }` in front matter. */
function ofPage(
  { page, url, title }: { page: OldPage; url: string; title: string },
  menu: string,
): Entry[] {
  const given = page.source.values['menu'] ?? page.source.values['menus'];
  const isNamed = [given].flat().some((one) => text(one)?.toLowerCase() === menu);
  const own = isMap(given) ? given[menu] : undefined;
  if (!isNamed && own === undefined) return [];
  return [
    {
      name: text(at(own, 'name')) ?? text(page.source.values['linktitle']) ?? title,
      url,
      weight: Number(text(at(own, 'weight')) ?? text(page.source.values['weight']) ?? 0) || 0,
      hasParent: text(at(own, 'parent')) !== undefined,
    },
  ];
}
