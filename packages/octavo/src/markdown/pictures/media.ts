import { dirname, posix } from 'node:path';
import type { Picture } from './picture-sizes.ts';
import { decodePath } from '../../addresses/decode-path.ts';
import { isRootRelative } from '../links/root-relative.ts';

/** The title that marks a picture as decorative: `![](./a.png "decorative")`. */
export const DECORATIVE = 'decorative';

const KINDS: Record<string, Picture['kind']> = {
  avif: 'image',
  gif: 'image',
  jpeg: 'image',
  jpg: 'image',
  png: 'image',
  svg: 'image',
  webp: 'image',
  mp4: 'video',
  webm: 'video',
  m4a: 'audio',
  mp3: 'audio',
  ogg: 'audio',
  wav: 'audio',
};

/** The endings of what can be shown. */
export const ENDINGS = Object.keys(KINDS);

/** Returns what a file is by its ending, or `undefined` for what is neither picture, video nor sound. */
export function kindOf(address: string): Picture['kind'] | undefined {
  const [, ending = ''] = /\.(\w+)$/.exec(pathOf(address)) ?? [];
  return KINDS[ending.toLowerCase()];
}

/**
 * Returns the file of a URL in a document, relative to the project's folder:
 * one beside the document, or for `/x.png` one in `public/`; `undefined` for one elsewhere.
 */
export function fileOf(address: string, document: string): string | undefined {
  if (isRootRelative(address)) return `public${decodePath(pathOf(address))}`;
  if (address === '' || address.startsWith('/') || URL.canParse(address)) return undefined;
  return posix.join(dirname(document), decodePath(address));
}

function pathOf(address: string): string {
  return address.replace(/[?#].*$/, '');
}
