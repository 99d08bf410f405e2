import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { ImageMetadata } from 'astro';
import { getImage } from 'astro:assets';
import { decodePath } from '../../addresses/decode-path.ts';
import {
  candidateWidths,
  placePictures,
  type PictureFiles,
  type Renditions,
} from './picture-sizes.ts';
import { imageMetadata, isOfContent, publishedPath } from './image-metadata.ts';
import { fileDigest } from './per-file.ts';
import { fileError } from './file-error.ts';
import { metadataOf } from './picture-metadata.ts';
import { isAnimated } from './picture-parts.ts';
import { publishedMedia } from './published-name.ts';
import { sourceFile } from './source-file.ts';
import { pathOf } from '../links/urls.ts';
import type { Settings } from '../../settings/settings.ts';
import { href } from '../../addresses/urls.ts';
import { rootOf } from '../../settings/languages.ts';

/** The pictures that are made in several widths and formats. */
const RESIZED = /\.(?:avif|jpe?g|png|webp)$/i;

type Origin = Pick<Settings, 'origin' | 'base' | 'rootBase'>;

/** Returns the HTML of a text with its pictures put in. */
export function withPictures(html: string, target: 'page' | 'feed', site: Origin): Promise<string> {
  const files: PictureFiles = {
    address: (path) => address(path, site),
    async picture(path, shown) {
      const metadata = resizable(path);
      if (metadata) return resized(metadata, shown);
      const src = address(path, site);
      if (src === undefined) return undefined;
      return { original: src, src, ...(await metadataOf(resolve(path)))?.autoOrient };
    },
  };
  return placePictures(html, files, target);
}

/**
 * Returns the address of a picture as one whole file, in the width of the text, and of another file
 * as it is; `undefined` where the site has no such file.
 */
export async function publishedAddress(path: string, site: Origin): Promise<string | undefined> {
  const metadata = resizable(path);
  return metadata ? plain(metadata, candidateWidths(metadata.width).at(-1)!) : address(path, site);
}

/** Returns a string that changes when a picture, video or sound of the site changes. */
export function mediaVersion(path: string): string {
  return fileDigest(resolve(path)) ?? '';
}

/**
 * Returns a picture for readers elsewhere: as JPEG of 1200 pixels at most, which all of them know; an
 * animation, of which a JPEG would show all frames side by side, as it is.
 */
export async function sharedPicture(metadata: ImageMetadata, site: Origin) {
  if (isAnimation(metadata)) {
    const { width, height, format } = metadata;
    const url = new URL(originalOf(metadata), site.origin).href;
    return { url, width, height, type: `image/${format}` };
  }
  const width = Math.min(metadata.width, 1200);
  const options = { width, format: 'jpeg', background: '#fff' } as const;
  const { src } = await getImage({ src: metadata, ...options });
  const url = new URL(src, site.origin).href;
  return { url, width, height: heightOf(metadata, width), type: 'image/jpeg' };
}

function address(path: string, site: Origin): string | undefined {
  if (path.startsWith('public/')) return href(path.slice('public'.length), rootOf(site));
  if (URL.canParse(path)) return path;
  const file = resolve(path);
  const isShown = isOfContent(path) && !RESIZED.test(path) && existsSync(file);
  return isShown && fileError(file) === undefined ? encodeURI(publishedPath(file)) : undefined;
}

function resizable(path: string): ImageMetadata | undefined {
  return RESIZED.test(path) ? imageMetadata(path) : undefined;
}

/** The formats that a picture is shown in, and that it falls back to where a reader is older. */
const FORMATS: Record<string, ['avif' | 'webp', 'png' | 'jpeg' | 'webp']> = {
  avif: ['avif', 'webp'],
  jpeg: ['webp', 'jpeg'],
  jpg: ['webp', 'jpeg'],
  webp: ['webp', 'webp'],
};

/** The limit of WebP, in pixels. */
const MAX_HEIGHT = 16_383;

async function resized(metadata: ImageMetadata, shown: number): Promise<Renditions> {
  if (losesFrames(metadata)) {
    const { width, height } = metadata;
    return { original: originalOf(metadata), width, height, src: originalOf(metadata) };
  }
  const widths = candidateWidths(metadata.width, shown);
  const [modern, fallback] = formatsOf(metadata, widths.at(-1)!);
  const { srcSet } = await getImage({ src: metadata, widths: [...widths], format: modern });
  const width = widths.at(-1)!;
  return {
    original: originalOf(metadata),
    width,
    height: heightOf(metadata, width),
    src: await plain(metadata, width),
    set: { srcset: srcSet.attribute, ...(modern !== fallback && { type: `image/${modern}` }) },
  };
}

/** Returns the URL of a picture in a width, in a widely supported format. */
async function plain(metadata: ImageMetadata, width: number): Promise<string> {
  const isOriginal = width === metadata.width && metadata.format !== 'avif';
  if (isOriginal || losesFrames(metadata)) return originalOf(metadata);
  const [, format] = formatsOf(metadata, width);
  return (await getImage({ src: metadata, width, format })).src;
}

function formatsOf(metadata: ImageMetadata, width: number) {
  const { format } = metadata;
  if (heightOf(metadata, width) <= MAX_HEIGHT) return FORMATS[format] ?? (['webp', 'png'] as const);
  return format === 'png' ? (['png', 'png'] as const) : (['jpeg', 'jpeg'] as const);
}

/** True for an animation in a format of which resizing keeps the first frame only. */
function losesFrames(metadata: ImageMetadata): boolean {
  return metadata.format !== 'webp' && isAnimation(metadata);
}

function isAnimation(metadata: ImageMetadata): boolean {
  const file = sourceFile(metadata);
  return metadata.format !== 'jpg' && file !== undefined && isAnimated(readFileSync(file));
}

function heightOf(metadata: ImageMetadata, width: number): number {
  return Math.round((width * metadata.height) / metadata.width);
}

/** The address in the module is not encoded, those of getImage are. */
function originalOf({ src }: ImageMetadata): string {
  return encodeURI(src);
}

/**
 * Returns the file that is published at an address of this site, a video or sound beside a post
 * or a file of `public/`; `undefined` where there is none.
 */
export function publishedFile(address: string, { rootBase }: Origin): string | undefined {
  const path = decodePath(pathOf(address));
  if (!path.startsWith(rootBase)) return undefined;
  const beside = publishedMedia(resolve('.')).get(basename(path));
  if (beside !== undefined) return beside;
  const file = `public/${path.slice(rootBase.length)}`;
  return existsSync(resolve(file)) ? file : undefined;
}
