import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ImageMetadata } from 'astro';
import { getImage } from 'astro:assets';
import { decodePath } from '../../addresses/decode-path.ts';
import {
  candidateWidths,
  placePictures,
  type PictureFiles,
  type Renditions,
} from './picture-sizes.ts';
import { pathOf } from '../links/urls.ts';
import type { Settings } from '../../settings/settings.ts';
import { href } from '../../addresses/urls.ts';

/** The pictures that are made in several widths and formats. */
const RESIZED = import.meta.glob<ImageMetadata>(
  '/src/{content,assets}/**/*.{avif,jpeg,jpg,png,webp,AVIF,JPEG,JPG,PNG,WEBP}',
  { eager: true, import: 'default' },
);

/** The files that are published as they are. */
const AS_THEY_ARE = import.meta.glob<string>(
  '/src/{content,assets}/**/*.{gif,svg,mp4,webm,mp3,ogg,wav,m4a,GIF,SVG,MP4,WEBM,MP3,OGG,WAV,M4A}',
  { eager: true, import: 'default', query: '?url&no-inline' },
);

type Origin = Pick<Settings, 'origin' | 'base'>;

/** Returns the HTML of a text with its pictures put in. */
export function withPictures(html: string, target: 'page' | 'feed', site: Origin): Promise<string> {
  const files: PictureFiles = {
    address: (path) => address(path, site),
    async picture(path, shown) {
      const metadata = RESIZED[`/${path}`];
      if (metadata) return resized(metadata, shown);
      const src = address(path, site);
      return src === undefined ? undefined : { original: src, src, ...(await sizeOf(path)) };
    },
  };
  return placePictures(html, files, target);
}

/**
 * Returns the address of a picture as one whole file, in the width of the text, and of another file
 * as it is; `undefined` where the site has no such file.
 */
export async function publishedAddress(path: string, site: Origin): Promise<string | undefined> {
  const metadata = RESIZED[`/${path}`];
  return metadata ? plain(metadata, candidateWidths(metadata.width).at(-1)!) : address(path, site);
}

/** Returns a string that changes when a picture, video or sound of the site changes. */
export function mediaVersion(path: string): string {
  // Vite names it by what is in it.
  const named = RESIZED[`/${path}`]?.src ?? AS_THEY_ARE[`/${path}`];
  if (named !== undefined) return named;
  const stats = statSync(resolve(path), { throwIfNoEntry: false });
  return stats ? `${stats.size} ${stats.mtimeMs}` : '';
}

/** Returns a picture for readers elsewhere: as JPEG of 1200 pixels at most, which all of them know. */
export async function sharedPicture(metadata: ImageMetadata, site: Origin) {
  const width = Math.min(metadata.width, 1200);
  const options = { width, format: 'jpeg', background: '#fff' } as const;
  const { src } = await getImage({ src: metadata, ...options });
  const url = new URL(src, site.origin).href;
  return { url, width, height: heightOf(metadata, width), type: 'image/jpeg' };
}

function address(path: string, site: Origin): string | undefined {
  if (path.startsWith('public/')) return href(path.slice('public'.length), site);
  if (URL.canParse(path)) return path;
  return AS_THEY_ARE[`/${path}`];
}

/** The formats that a picture is shown in, and that it falls back to where a reader is older. */
const FORMATS: Record<string, ['avif' | 'webp', 'png' | 'jpeg' | 'webp']> = {
  avif: ['avif', 'webp'],
  jpeg: ['webp', 'jpeg'],
  jpg: ['webp', 'jpeg'],
  webp: ['webp', 'webp'],
};

async function resized(metadata: ImageMetadata, shown: number): Promise<Renditions> {
  const [modern, fallback] = formatsOf(metadata);
  const widths = candidateWidths(metadata.width, shown);
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
  if (width === metadata.width && metadata.format !== 'avif') return originalOf(metadata);
  const [, format] = formatsOf(metadata);
  return (await getImage({ src: metadata, width, format })).src;
}

function formatsOf({ format }: ImageMetadata) {
  return FORMATS[format] ?? (['webp', 'png'] as const);
}

function heightOf(metadata: ImageMetadata, width: number): number {
  return Math.round((width * metadata.height) / metadata.width);
}

/** The address in the module is not encoded, those of getImage are. */
function originalOf({ src }: ImageMetadata): string {
  return encodeURI(src);
}

/** Returns the size of a picture in pixels, after its EXIF orientation. */
async function sizeOf(path: string): Promise<{ width: number; height: number }> {
  const { default: sharp } = await import('sharp');
  try {
    return (await sharp(resolve(path)).metadata()).autoOrient;
  } catch (cause) {
    throw new Error(`${path} cannot be read as a picture: ${(cause as Error).message}`, { cause });
  }
}

/**
 * Returns the file that is published at an address of this site, a video or sound beside a post
 * or a file of `public/`, relative to the project's folder; `undefined` where there is none.
 */
export function publishedFile(address: string, { base }: Origin): string | undefined {
  const path = decodePath(pathOf(address));
  const [beside] = Object.entries(AS_THEY_ARE).find(([, at]) => decodePath(at) === path) ?? [];
  if (beside !== undefined) return beside.slice(1);
  if (!path.startsWith(base)) return undefined;
  const file = `public/${path.slice(base.length)}`;
  return existsSync(resolve(file)) ? file : undefined;
}
