import { at, integer, isMap, map, text, texts, type Values } from '../old/values.ts';
import { headerLinks, type HeaderLink } from '../site/header-links.ts';
import type { SettledSite } from '../site/old-blog.ts';
import type { Placed } from '../site/placing.ts';
import { settingsOf } from '../site/settings-of.ts';
import { socialName } from '../site/setting-values.ts';
import type { JekyllConfig } from './config.ts';

interface SettingsSources extends SettledSite {
  config: JekyllConfig;
  /** `_data/`. */
  data: Values;
  /** The text of the home page, if it has any. */
  intro: string | undefined;
}

/** Returns the settings of the new site. */
export function siteSettings(sources: SettingsSources): ReturnType<typeof settingsOf> {
  const { config, intro } = sources;
  const { values } = config;
  return settingsOf(
    {
      ...{ file: config.file, title: config.title, url: config.baseUrl, urlKey: 'url' },
      description: text(values['description']) ?? text(values['tagline']),
      ...{ language: config.language, pageSize: config.pageSize, intro },
      ...{ nav: navigation(sources), social: socialLinks(values) },
    },
    sources,
  );
}

/** Returns the links of the header: a menu in data or settings, else pages that name themselves. */
function navigation(sources: SettingsSources): HeaderLink[] {
  const { config, data, placed, rooted } = sources;
  const written = [
    at(data, 'navigation', 'main'),
    at(data, 'navigation'),
    at(data, 'menu'),
    config.values['navbar-links'],
    config.values['nav'],
    config.values['navigation'],
    config.values['menu'],
  ].map(menuLinks);
  const menu = written.find((links) => links.length > 0) ?? pageLinks(placed, config);
  return headerLinks(menu.map(({ label, link }) => ({ label, link: rooted(link) ?? link })));
}

/** `[{ title: About, url: /about/ }]`, `{ About: /about/ }` */
function menuLinks(menu: unknown): HeaderLink[] {
  if (isMap(menu))
    return Object.entries(menu).flatMap(([label, link]) =>
      typeof link === 'string' ? [{ label, link: rootedLink(link) }] : [],
    );
  return (Array.isArray(menu) ? menu : []).flatMap((entry: unknown) => {
    const label = text(at(entry, 'title')) ?? text(at(entry, 'name')) ?? text(at(entry, 'label'));
    const link = text(at(entry, 'url')) ?? text(at(entry, 'link')) ?? text(at(entry, 'href'));
    return label === undefined || link === undefined ? [] : [{ label, link: rootedLink(link) }];
  });
}

function rootedLink(link: string): string {
  const plain = link.replace(/\{\{\s*site\.(?:baseurl|url)[^}]*\}\}/g, '');
  return /^(?:[a-z]+:|\/)/i.test(plain) ? plain : `/${plain}`;
}

function pageLinks(placed: readonly Placed[], { values, title }: JekyllConfig): HeaderLink[] {
  const listed = texts(values['header_pages']);
  const pages = placed.filter(({ collection, data }) => collection === 'pages' && !data.unlisted);
  const order = ({ page }: Placed) =>
    integer(page.source.values['nav_order']) ?? integer(page.source.values['order']) ?? 99;
  const named = pages.filter(({ page: { source, file } }) => {
    const { nav, menu, order: place, icon } = source.values;
    const isNamed = [nav, menu].some(
      (value) => text(value) !== undefined && text(value) !== 'false',
    );
    const isTab = place !== undefined && icon !== undefined;
    return listed.length > 0 ? listed.includes(file) : isNamed || isTab;
  });
  // A page with the title of the blog does not name itself.
  const all = pages.filter(({ page, data }) => page.folders.length === 0 && data.title !== title);
  const chosen = named.length > 0 || listed.length > 0 ? named : all;
  return chosen
    .toSorted((a, b) => order(a) - order(b))
    .map(({ data, url }) => ({ label: data.title, link: url }));
}

/** The URLs of accounts, by the names that themes have for them. */
const ACCOUNTS: Record<string, string> = {
  github: 'https://github.com/',
  twitter: 'https://twitter.com/',
  x: 'https://x.com/',
  linkedin: 'https://www.linkedin.com/in/',
  gitlab: 'https://gitlab.com/',
  stackoverflow: 'https://stackoverflow.com/users/',
  facebook: 'https://www.facebook.com/',
  instagram: 'https://www.instagram.com/',
  youtube: 'https://www.youtube.com/',
  medium: 'https://medium.com/@',
  email: 'mailto:',
};

function socialLinks(values: Values): { name: string; link: string }[] {
  const listed = [
    ...listOf(at(values, 'minima', 'social_links')),
    ...listOf(at(values, 'author', 'links')),
  ].map((entry): [string | undefined, string | undefined] => [
    text(at(entry, 'platform')) ?? text(at(entry, 'label'))?.toLowerCase(),
    text(at(entry, 'user_url')) ?? text(at(entry, 'url')),
  ]);
  const accounts = Object.keys(ACCOUNTS).map((name) => [name, accountOf(name, values)] as const);
  const links = new Map<string, { name: string; link: string }>();
  for (const [name = '', account] of [...accounts, ...listed]) {
    const link = account === undefined ? '' : accountLink(name, account);
    if (URL.canParse(link) && !links.has(link)) links.set(link, { name: socialName(name), link });
  }
  return [...links.values()];
}

function accountLink(name: string, account: string): string {
  if (/^(?:https?:|mailto:)/.test(account)) return account;
  const start = ACCOUNTS[name];
  return start === undefined ? '' : start + account;
}

function accountOf(name: string, values: Values): string | undefined {
  const places = [
    values[`${name}_username`],
    at(values, name, 'username'),
    at(values, 'social-network-links', name),
    ...(name === 'email' ? [at(values, 'social', 'email'), values['email']] : []),
  ];
  return places.map(text).find((account) => account !== undefined);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : Object.values(map(value));
}
