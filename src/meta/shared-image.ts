import type { ImageMetadata } from 'astro';
import { getImage } from 'astro:assets';
import { absolute, paths } from '../blog/urls.ts';
import { site } from '../blog/settings.ts';
import type { SharedImage } from './page-head.ts';

/** What is shown large nowhere needs to be larger. */
const WIDTH = 1200;

/** Returns the picture of an article or page where it is shared: its cover, else its social card. */
export function sharedImage({ url, title, cover }: Shown): Promise<SharedImage> {
  return cover ? coverImage(cover) : Promise.resolve(socialCard(url, title));
}

interface Shown {
  /** The path of the page. */
  url: string;
  title: string;
  cover?: { image: ImageMetadata; alt: string } | undefined;
}

/** A card shows the title. */
function socialCard(url: string, title: string): SharedImage {
  const size = { width: 1200, height: 630 };
  return { url: absolute(paths.card(url)), ...size, type: 'image/png', alt: title };
}

/** A cover in a format that every reader of links knows, and no larger than they take. */
async function coverImage({ image, alt }: NonNullable<Shown['cover']>): Promise<SharedImage> {
  const width = Math.min(image.width, WIDTH);
  const height = Math.round((image.height * width) / image.width);
  const made = await getImage({
    src: image,
    width,
    height,
    format: 'jpeg',
    background: '#fff',
  });
  return { url: new URL(made.src, site.origin).href, width, height, type: 'image/jpeg', alt };
}
