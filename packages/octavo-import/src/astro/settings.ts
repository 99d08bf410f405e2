import { at, boolean, isMap, map, text } from '../old/values.ts';
import { headerLinks, type HeaderLink } from '../site/header-links.ts';
import type { SettledSite } from '../site/old-blog.ts';
import type { Placed } from '../site/placing.ts';
import { settingsOf } from '../site/settings-of.ts';
import { socialName } from '../site/setting-values.ts';
import type { AstroConfig } from './config.ts';

interface SettingsSources extends SettledSite {
  config: AstroConfig;
}

/** Returns the settings of the new site. */
export function siteSettings(sources: SettingsSources): ReturnType<typeof settingsOf> {
  const { config } = sources;
  return settingsOf(
    {
      ...{ file: config.file, title: config.title, description: config.description },
      ...{ url: config.baseUrl, urlKey: 'site', language: languageOf(config) },
      ...{ nav: navigation(sources), social: socialLinks(config) },
    },
    sources,
  );
}

/** Starlight calls the language without a folder `root`. */
function languageOf({ language: code, starlight }: AstroConfig): string {
  if (code !== undefined && code !== 'root') return code;
  return text(at(starlight, 'locales', 'root', 'lang')) ?? 'en';
}

/** Returns the links of the header: a menu in the settings of the theme, else the pages. */
function navigation({ config, placed, rooted }: SettingsSources): HeaderLink[] {
  const menus = listsIn(config.exports, /menu|nav|header|links/i).map(menuLinks);
  const menu =
    menus.find((links) => links.some(({ link }) => link.startsWith('/'))) ?? pageLinks(placed);
  return headerLinks(
    menu.flatMap(({ label, link }) => {
      const to = link.startsWith('/') ? rooted(link) : link;
      return to === undefined ? [] : [{ label, link: to }];
    }),
  );
}

/** Returns the lists in the settings of a theme whose name, or that of what they are in, is of a kind. */
function listsIn(exports: Record<string, unknown>, kind: RegExp): unknown[][] {
  return Object.entries(exports).flatMap(([name, value]): unknown[][] => {
    if (/share/i.test(name)) return [];
    if (Array.isArray(value)) return kind.test(name) ? [value] : [];
    return Object.entries(map(value)).flatMap(([inner, list]) =>
      Array.isArray(list) && (kind.test(inner) || kind.test(name)) ? [list as unknown[]] : [],
    );
  });
}

function menuLinks(menu: readonly unknown[]): HeaderLink[] {
  return menu.flatMap((entry) => {
    const first = (...keys: string[]) => keys.map((key) => text(at(entry, key))).find(Boolean);
    const label = first('title', 'label', 'name', 'text');
    const link = first('path', 'url', 'href', 'link');
    if (label === undefined || link === undefined) return [];
    return /^(?:\/(?!\/)|https?:)/.test(link) ? [{ label, link }] : [];
  });
}

function pageLinks(placed: readonly Placed[]): HeaderLink[] {
  return placed
    .filter(
      ({ collection, page, data }) =>
        collection === 'pages' && page.folders.length === 0 && !data.draft,
    )
    .map(({ data, url }) => ({ label: data.title, link: url }));
}

/** Returns accounts elsewhere: lists of links, or addresses by the name of their service. */
function socialLinks({ exports, starlight }: AstroConfig): { name: string; link: string }[] {
  const kind = /social|profile|contact|accounts/i;
  const listed = [...listsIn(exports, kind), listOf(starlight?.['social'])].flat();
  const named = Object.entries(exports).flatMap(([name, value]) =>
    kind.test(name) ? Object.entries(map(value)) : Object.entries(map(value, 'social')),
  );
  const all = [
    ...listed
      .filter((entry) => isMap(entry) && boolean(entry['active']) !== false)
      .map((entry): [unknown, unknown] => [
        at(entry, 'name') ?? at(entry, 'label') ?? at(entry, 'platform') ?? at(entry, 'icon'),
        at(entry, 'href') ?? at(entry, 'url') ?? at(entry, 'link'),
      ]),
    ...named,
    ...Object.entries(map(starlight, 'social')),
  ];
  const links = new Map<string, { name: string; link: string }>();
  for (const [name, given] of all) {
    const [label, written] = [text(name), text(given)];
    const link =
      written !== undefined && /^[^\s@/:]+@[^\s@]+$/.test(written) ? `mailto:${written}` : written;
    if (label === undefined || link === undefined || !/^(?:https?:\/\/|mailto:.)/.test(link))
      continue;
    if (!links.has(link)) links.set(link, { name: socialName(label), link });
  }
  return [...links.values()];
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
