import { join, posix } from 'node:path';
import { isEngineFile } from 'octavo/internal/addresses/engine-addresses';
import { filesBelow } from '../old/files-below.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { OldAddresses } from './addresses.ts';
import type { HugoConfig } from './config.ts';
import type { OldContent, OldPage } from './content.ts';

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

/** What pictures, sounds and videos are to Octavo; they can be beside a text. */
const MEDIA = /\.(?:png|jpe?g|webp|avif|svg|gif|mp4|webm|mp3|m4a|ogg|wav)$/i;

/** True for a file that can be beside a text. */
export function isMedia(path: string): boolean {
  return MEDIA.test(path);
}

/** Finds all files of the old blog that stand at an address of their own. */
export function oldFiles(
  root: string,
  config: HugoConfig,
  content: OldContent,
  addresses: OldAddresses,
  pages: readonly OldPage[],
): OldFiles {
  const files: OldFiles = {
    ...{ published: new Map(), statics: new Set(), folders: new Map() },
    ...{ assets: new Map(), diagnostics: [] },
  };
  for (const { source, target } of config.assets)
    for (const path of below(root, source, files.diagnostics))
      files.assets.set(posix.join(target, path), join(root, source, path));
  for (const loose of content.loose)
    files.published.set(addresses.loose(loose), join(root, loose.file));
  for (const page of pages) {
    const folder = addresses.resources(page);
    files.folders.set(page, folder);
    for (const resource of page.resources)
      if (!/\.(?:md|markdown)$/i.test(resource))
        files.published.set(posix.join(folder, resource), join(root, page.folder, resource));
  }
  for (const { source, target } of config.statics) {
    for (const path of below(root, source, files.diagnostics)) {
      const at = posix.join('/', target, path);
      files.published.set(at, join(root, source, path));
      files.statics.add(at);
    }
  }
  return files;
}

function below(root: string, folder: string, diagnostics: Diagnostic[]): string[] {
  const { files, refused } = filesBelow(root, join(root, folder));
  for (const path of refused) {
    if (path === '') continue;
    const message = 'symbolic link to a missing file or out of the blog; skipped';
    diagnostics.push({ file: posix.join(folder, path), line: 1, severity: 'error', message });
  }
  return files.filter((path) => !/(?:^|\/)(?:\.DS_Store|Thumbs\.db|\.gitkeep)$/.test(path));
}

/** Returns why a file of the old site cannot be in `public/`, or `undefined` where it can. */
export function keptOut(path: string, isPage: (url: string) => boolean): string | undefined {
  if (isEngineFile(path) || path === '/404.html') return 'Octavo makes a file of this name itself';
  const url = path.replace(/index\.html$/, '');
  if (path === '/index.html' || (url !== path && isPage(url)))
    return 'a page of the new site is at its address';
  return undefined;
}
