import { at, integer, text } from '../old/values.ts';
import { headerLinks, type HeaderLink } from '../site/header-links.ts';
import type { SettledSite } from '../site/old-blog.ts';
import { settingsOf } from '../site/settings-of.ts';
import { socialName } from '../site/setting-values.ts';
import type { EleventyConfig } from './config.ts';
import type { EleventyPage } from './content.ts';

/** Returns the settings of the new site. */
export function siteSettings(
  { file, site, baseUrl }: EleventyConfig,
  pages: readonly EleventyPage[],
  settled: SettledSite,
): ReturnType<typeof settingsOf> {
  const menu = [site['menu'], site['nav'], site['navigation']]
    .map(linksIn)
    .find(({ length }) => length > 0);
  return settingsOf(
    {
      ...{ file, title: text(site['title']) ?? text(site['name']), url: baseUrl, urlKey: 'url' },
      description: text(site['description']) ?? text(site['tagline']),
      language: text(site['language']) ?? text(site['lang']) ?? 'en',
      nav: headerLinks(
        menu === undefined ? navigation(pages, settled) : rootedLinks(menu, settled),
      ),
      social: [site['social'], at(site, 'author', 'social')]
        .flatMap(linksIn)
        .filter(({ link }) => /^(?:https?:|mailto:)/.test(link))
        .map(({ label, link }) => ({ name: socialName(label), link })),
    },
    settled,
  );
}

/** `eleventyNavigation: { key: About, order: 3 }` */
function navigation(pages: readonly EleventyPage[], { placed }: SettledSite): HeaderLink[] {
  const order = ({ source }: EleventyPage) =>
    integer(at(source.values, 'eleventynavigation', 'order')) ?? 99;
  return pages
    .toSorted((a, b) => order(a) - order(b))
    .flatMap((page) => {
      const own = page.source.values['eleventynavigation'];
      const label = text(at(own, 'title')) ?? text(at(own, 'key'));
      const url = placed.find((one) => one.page === page)?.url;
      return label === undefined || url === undefined ? [] : [{ label, link: url }];
    });
}

function rootedLinks(menu: readonly HeaderLink[], { rooted }: SettledSite): HeaderLink[] {
  return menu.flatMap(({ label, link }) => {
    const to = /^https?:/.test(link) ? link : rooted(link);
    return to === undefined ? [] : [{ label, link: to }];
  });
}

function linksIn(value: unknown): HeaderLink[] {
  return (Array.isArray(value) ? value : []).flatMap((entry: unknown) => {
    const first = (...keys: string[]) => keys.map((key) => text(at(entry, key))).find(Boolean);
    const [label, link] = [first('name', 'title', 'label', 'text'), first('url', 'href', 'link')];
    return label === undefined || link === undefined ? [] : [{ label, link }];
  });
}
