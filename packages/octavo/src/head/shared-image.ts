import { sharedPicture } from '../markdown/pictures/picture-files.ts';
import type { Settings } from '../settings/settings.ts';
import type { Post } from '../site/get-blog.ts';
import { absolute, paths } from '../addresses/urls.ts';
import { CARD } from '../cards/layout.ts';
import type { SharedImage } from './page-head.ts';

/**
 * Returns the picture of an article or page where it is shared: its social card; where the settings
 * want no cards, its cover, else the card of the site.
 */
export async function sharedImage(
  { url, title, cover }: Pick<Post, 'url' | 'title' | 'cover'>,
  site: Settings,
): Promise<SharedImage> {
  if (site.cards) return socialCard({ url, title }, site);
  if (cover) return { ...(await sharedPicture(cover.image, site)), alt: cover.alt };
  return siteImage(site);
}

/** Returns the picture of every page that has none of its own. */
export function siteImage(site: Settings): SharedImage {
  return socialCard({ url: paths.index(), title: site.title }, site);
}

/** A card shows the title. */
function socialCard({ url, title }: Pick<Post, 'url' | 'title'>, site: Settings): SharedImage {
  return { url: absolute(paths.card(url), site), ...CARD, alt: title };
}
