import { join, posix } from 'node:path';
import { filesBelow, refusedLinks } from '../old/files-below.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { OldAddresses } from './addresses.ts';
import type { HugoConfig } from './config.ts';
import type { OldContent } from './content.ts';
import type { OldPage } from '../old/old-page.ts';
import type { OldFiles } from '../old/old-files.ts';

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
  diagnostics.push(...refusedLinks(folder, refused));
  return files.filter((path) => !/(?:^|\/)(?:\.DS_Store|Thumbs\.db|\.gitkeep)$/.test(path));
}
