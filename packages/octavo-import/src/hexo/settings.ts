import { at, isMap, map, text, type Values } from '../old/values.ts';
import { headerLinks, type HeaderLink } from '../site/header-links.ts';
import type { SettledSite } from '../site/old-blog.ts';
import { settingsOf } from '../site/settings-of.ts';
import { socialName } from '../site/setting-values.ts';
import type { HexoConfig } from './config.ts';

/** Returns the settings of the new site. */
export function siteSettings(
  config: HexoConfig,
  settled: SettledSite,
): ReturnType<typeof settingsOf> {
  const { values, theme } = config;
  return settingsOf(
    {
      ...{ file: config.file, title: config.title, url: config.baseUrl, urlKey: 'url' },
      description: text(values['description']) ?? text(values['subtitle']),
      ...{ language: config.language, pageSize: config.pageSize },
      nav: navigation(theme, settled),
      social: socialLinks(theme),
    },
    settled,
  );
}

/** The menu of the theme: `{ About: /about/ || fa fa-user }`, lists within it too. */
function navigation(theme: Values, { rooted }: SettledSite): HeaderLink[] {
  const menu = [theme['menu'], at(theme, 'navbar', 'menu'), theme['nav']].find(isMap) ?? {};
  return headerLinks(
    linksIn(menu).flatMap(({ label, link }) => {
      const to = /^https?:/.test(link) ? link : rooted(link);
      return to === undefined ? [] : [{ label, link: to }];
    }),
  );
}

function linksIn(menu: Values): HeaderLink[] {
  return Object.entries(menu).flatMap(([key, value]) => {
    if (isMap(value) && value['url'] === undefined) return linksIn(value);
    const link = (text(value) ?? text(map(value)['url']) ?? '').split('||')[0]!.trim();
    const label = key.split('||')[0]!.trim();
    return link === '' ? [] : [{ label: label.charAt(0).toUpperCase() + label.slice(1), link }];
  });
}

/** `{ GitHub: https://github.com/x || fab fa-github }`, `{ fab fa-github: https://… || GitHub }` */
function socialLinks(theme: Values): { name: string; link: string }[] {
  const all = { ...map(theme, 'social'), ...map(theme, 'social_links') };
  return Object.entries(all).flatMap(([key, value]) => {
    const [link = '', other = ''] = (text(value) ?? text(at(value, 'url')) ?? '').split(
      /\s*\|\|\s*/,
    );
    if (!/^(?:https?:|mailto:)/.test(link) || !URL.canParse(link)) return [];
    const name = /^fa[bsr]? /.test(key) ? other : key;
    return [{ name: socialName(name || new URL(link).host), link }];
  });
}
