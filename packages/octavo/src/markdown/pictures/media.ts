import type { Picture } from './picture-sizes.ts';
import { decodePath } from '../../addresses/decode-path.ts';
import { isRootRelative, pathOf, projectPath } from '../links/urls.ts';

/** The title that marks a picture as decorative: `![](./a.png "decorative")`. */
export const DECORATIVE = 'decorative';

const KINDS: [kind: Picture['kind'], endings: string[]][] = [
  ['image', ['avif', 'gif', 'jpeg', 'jpg', 'png', 'svg', 'webp']],
  ['video', ['mp4', 'webm']],
  ['audio', ['m4a', 'mp3', 'ogg', 'wav']],
];

/** The endings of what can be shown. */
export const ENDINGS = KINDS.flatMap(([, endings]) => endings);

/** Returns what a file is by its ending, or `undefined` for what is neither picture, video nor sound. */
export function kindOf(address: string): Picture['kind'] | undefined {
  const [, ending = ''] = /\.(\w+)$/.exec(pathOf(address)) ?? [];
  return KINDS.find(([, endings]) => endings.includes(ending.toLowerCase()))?.[0];
}

/** True for the URL of a video or sound. */
export function isPlayed(url: string): boolean {
  return ['video', 'audio'].includes(kindOf(url) ?? '');
}

/** Returns the path of the picture that replaces one in the dark theme: `a.dark.png` for `a.png`. */
export function darkPath(path: string): string {
  return path.replace(/\.\w+$/, '.dark$&');
}

/** Returns the path of the picture that replaces one in texts in a language: `a.de.png` for `a.png`. */
export function languagePath(path: string, code: string): string {
  return path.replace(/\.\w+$/, `.${code}$&`);
}

/**
 * Returns the file of a URL in a document, relative to the project's folder:
 * one beside the document, or for `/x.png` one in `public/`; `undefined` for one elsewhere.
 */
export function fileOf(address: string, document: string): string | undefined {
  if (isRootRelative(address)) return `public${decodePath(pathOf(address))}`;
  if (address === '' || address.startsWith('/') || URL.canParse(address)) return undefined;
  return projectPath(decodePath(address), document);
}
