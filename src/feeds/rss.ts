import rss from '@astrojs/rss';
import { site } from '../blog/settings.ts';
import { absolute, paths } from '../blog/urls.ts';
import { escapeXml, withoutControls } from './xml.ts';
import type { FeedItem } from './items.ts';

/** Returns the RSS 2.0 feed of items, newest first. */
export function rssFeed(items: readonly FeedItem[]): Promise<Response> {
  const self = absolute(paths.rss);
  return rss({
    title: site.title,
    description: site.description,
    site: absolute(paths.index()),
    xmlns: { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' },
    customData:
      `<language>${escapeXml(site.language)}</language>` +
      `<atom:link href="${escapeXml(self)}" rel="self" type="application/rss+xml"/>`,
    items: items.map(({ id, url, title, summary, published, authors, tags, html }) => ({
      title: withoutControls(title),
      link: url,
      pubDate: published,
      ...(summary === '' ? {} : { description: withoutControls(summary) }),
      categories: tags,
      content: html,
      customData:
        `<guid isPermaLink="${id === url}">${escapeXml(id)}</guid>` +
        authors.map((name) => `<dc:creator>${escapeXml(name)}</dc:creator>`).join(''),
    })),
  });
}
