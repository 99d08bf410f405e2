import { existsSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MdastPluginEntry } from 'satteri';
import { readContentFile } from '../blog/library.ts';
import type { Settings } from '../blog/settings.ts';
import { RecordedDocument } from './document.ts';

/**
 * Opens the document that the Markdown features work on where Astro renders MDX. What it reports
 * goes nowhere: the loader has read the same file by the same features and told everything.
 */
export function mdxDocument(root: URL, site: Settings): MdastPluginEntry {
  const folder = fileURLToPath(root);
  const surroundings = {
    address: (path: string) => readContentFile(folder, path, site)?.url,
    exists: (path: string) => existsSync(`${folder}/${path}`),
  };
  return ({ data, fileURL }) => {
    if (fileURL) {
      const path = relative(folder, fileURLToPath(fileURL)).replaceAll(sep, '/');
      data['octavo'] = new RecordedDocument(path, surroundings);
    }
    return null;
  };
}
