import { at, map, text, type Values } from '../old/values.ts';
import { headerLinks, type HeaderLink } from '../site/header-links.ts';
import type { SettledSite } from '../site/old-blog.ts';
import { settingsOf } from '../site/settings-of.ts';
import { socialName } from '../site/setting-values.ts';
import type { ZolaConfig } from './config.ts';

interface SettingsSources {
  templateIds: readonly string[];
  /** Paths of pages by those of their files. */
  urls: ReadonlyMap<string, string>;
  pageSize: number | undefined;
  /** The text of the home page. */
  intro: string;
}

/** Returns the settings of the new site. */
export function siteSettings(
  { extra, ...config }: ZolaConfig,
  { templateIds, urls, pageSize, intro }: SettingsSources,
  settled: SettledSite,
): ReturnType<typeof settingsOf> {
  return settingsOf(
    {
      ...{ file: config.file, title: config.title, url: config.baseUrl, urlKey: 'base_url' },
      description: config.description ?? text(extra['description']),
      ...{ language: config.language, pageSize, intro, templateIds },
      nav: navigation(extra, urls, settled),
      social: socialLinks(extra),
    },
    settled,
  );
}

/** Returns the names of the site's authors. */
export function siteAuthors({ values, extra }: ZolaConfig): string[] {
  const { author } = { ...extra, ...values };
  const name = text(author) ?? text(at(author, 'name')) ?? text(at(extra['author'], 'name'));
  return name === undefined ? [] : [name];
}

/** A list in the settings of the theme that is named a menu or navigation. */
function navigation(
  extra: Values,
  urls: ReadonlyMap<string, string>,
  { rooted }: SettledSite,
): HeaderLink[] {
  const menu = Object.entries(extra)
    .filter(([name]) => /menu|nav|header|_links$/.test(name) && !/social|footer/.test(name))
    .map(([, value]) => linksIn(value))
    .find((links) => links.length > 0);
  return headerLinks(
    (menu ?? []).flatMap(({ label, link }) => {
      const plain = urls.get(link.replace(/^@\//, '')) ?? link.replace(/^\$BASE_URL\/?/, '/');
      const to = /^https?:/.test(plain) ? plain : rooted(plain.replace(/^\/*/, '/'));
      return to === undefined ? [] : [{ label, link: to }];
    }),
  );
}

function linksIn(value: unknown): HeaderLink[] {
  const list: unknown[] = Array.isArray(value) ? value : Object.values(map(value)).flat();
  return list.flatMap((entry) => {
    const first = (...keys: string[]) => keys.map((key) => text(at(entry, key))).find(Boolean);
    const [label, link] = [
      first('name', 'title', 'label', 'text'),
      first('url', 'href', 'link', 'path'),
    ];
    return label === undefined || link === undefined ? [] : [{ label, link }];
  });
}

function socialLinks(extra: Values): { name: string; link: string }[] {
  const lists = Object.entries(extra).flatMap(([name, value]) =>
    /social/.test(name) ? linksIn(value) : [],
  );
  return lists
    .filter(({ link }) => /^(?:https?:\/\/|mailto:)/.test(link) && URL.canParse(link))
    .map(({ label, link }) => ({ name: socialName(label), link }));
}
