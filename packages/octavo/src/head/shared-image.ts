import type { ImageMetadata } from 'astro';
import { sharedPicture } from '../markdown/pictures/picture-files.ts';
import { site } from '../settings/settings.ts';
import { absolute, paths } from '../addresses/urls.ts';
import { CARD } from '../cards/layout.ts';
import type { SharedImage } from './page-head.ts';

interface Shown {
  /** The path of the page. */
  url: string;
  title: string;
  cover?: { image: ImageMetadata; alt: string } | undefined;
}

/**
 * Returns the picture of an article or page where it is shared: its cover, else its social card;
 * that of the site where the settings want no cards.
 */
export async function sharedImage({ url, title, cover }: Shown): Promise<SharedImage> {
  if (cover) return { ...(await sharedPicture(cover.image)), alt: cover.alt };
  return site.cards ? socialCard({ url, title }) : siteImage();
}

/** Returns the picture of every page that has none of its own. */
export function siteImage(): SharedImage {
  return socialCard({ url: paths.index(), title: site.title });
}

/** A card shows the title. */
function socialCard({ url, title }: Shown): SharedImage {
  return { url: absolute(paths.card(url)), ...CARD, type: 'image/png', alt: title };
}
