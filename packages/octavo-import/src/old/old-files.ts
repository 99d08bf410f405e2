import { isEngineFile } from 'octavo/internal/addresses/engine-addresses';
import type { Diagnostic } from '../diagnostic.ts';
import type { OldPage } from './old-page.ts';

/** The files of the old blog that are no texts: where Hugo had them, and where they are on disk. */
export interface OldFiles {
  /** Absolute paths by the path in the old site: `/images/x.png`. */
  published: Map<string, string>;
  /** Which of them are in `static/`: they stay at their address, and texts name them by it. */
  statics: Set<string>;
  /** The folder of the files of each bundle in the old site, with a slash at its end. */
  folders: Map<OldPage, string>;
  /** Absolute paths of files in `assets/`, which Hugo publishes only where it is asked to. */
  assets: Map<string, string>;
  diagnostics: Diagnostic[];
}

/** Returns files that are published as they are, by their paths in the old site. */
export function publishedAsTheyAre(published: Map<string, string>): OldFiles {
  return {
    ...{ published, statics: new Set(published.keys()) },
    ...{ folders: new Map(), assets: new Map(), diagnostics: [] },
  };
}

/** What pictures, sounds and videos are to Octavo; they can be beside a text. */
const MEDIA = /\.(?:png|jpe?g|webp|avif|svg|gif|mp4|webm|mp3|m4a|ogg|wav)$/i;

/** True for a file that can be beside a text. */
export function isMedia(path: string): boolean {
  return MEDIA.test(path);
}

/** Returns why a file of the old site cannot be in `public/`, or `undefined` where it can. */
export function keptOut(path: string, isPage: (url: string) => boolean): string | undefined {
  if (isEngineFile(path) || path === '/404.html') return 'Octavo makes a file of this name itself';
  const url = path.replace(/index\.html$/, '');
  if (path === '/index.html' || (url !== path && isPage(url)))
    return 'a page of the new site is at its address';
  return undefined;
}
