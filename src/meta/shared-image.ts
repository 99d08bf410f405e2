import type { ImageMetadata } from 'astro';
import { sharedPicture } from '../blog/picture-files.ts';
import { absolute, paths } from '../blog/urls.ts';
import type { SharedImage } from './page-head.ts';

interface Shown {
  /** The path of the page. */
  url: string;
  title: string;
  cover?: { image: ImageMetadata; alt: string } | undefined;
}

/** Returns the picture of an article or page where it is shared: its cover, else its social card. */
export async function sharedImage({ url, title, cover }: Shown): Promise<SharedImage> {
  if (cover) return { ...(await sharedPicture(cover.image)), alt: cover.alt };
  // A card shows the title.
  const size = { width: 1200, height: 630 };
  return { url: absolute(paths.card(url)), ...size, type: 'image/png', alt: title };
}
