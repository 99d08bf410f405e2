import { FEED_FORMATS } from '../addresses/feed-formats.ts';
import type { Settings } from '../settings/settings.ts';
import type { TagName } from '../content/tag-names.ts';
import { href, paths } from '../addresses/urls.ts';
import { formats } from './formats.ts';

/** A feed as a page names it: `<link rel="alternate">`. */
export interface FeedLink {
  type: string;
  title: string;
  /** The address, with the base path. */
  href: string;
}

/** Returns the site's own feeds; of a tag, its feed. */
export function feedLinks(settings: Settings, tag?: TagName): FeedLink[] {
  if (tag) {
    const title = `${tag.name} – ${settings.title} (${formats.rss.name})`;
    return [{ type: formats.rss.type, title, href: href(paths.tagRss(tag.slug), settings) }];
  }
  return FEED_FORMATS.map((format) => ({
    type: formats[format].type,
    title: `${settings.title} (${formats[format].name})`,
    href: href(paths[format], settings),
  }));
}
