import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ViteUserConfig } from 'astro';
import type { MdastPluginEntry } from 'satteri';
import { readFrontMatter } from '../blog/front-matter.ts';
import { readContentFile } from '../blog/library.ts';
import type { Settings } from '../blog/settings.ts';
import { filesBelow, RecordedDocument } from './document.ts';
import { protectProse } from './prose.ts';
import { markdownFeatures } from './render.ts';

/**
 * Opens the document that the Markdown features work on where Astro renders MDX. What it reports
 * goes nowhere: the loader has read the same file by the same features and told everything.
 */
export function mdxDocument(root: URL, site: Settings): MdastPluginEntry {
  const folder = fileURLToPath(root);
  const surroundings = {
    address: (path: string) => readContentFile(folder, path, site)?.url,
    ...filesBelow(folder),
  };
  return ({ data, fileURL }) => {
    if (fileURL) {
      const path = relative(folder, fileURLToPath(fileURL)).replaceAll(sep, '/');
      data['octavo'] = new RecordedDocument(path, surroundings);
    }
    return null;
  };
}

type VitePlugin = NonNullable<NonNullable<ViteUserConfig['plugins']>[number]>;

/** Keeps the prose of MDX as it is typed, as renderMarkdown does, before Astro compiles it. */
export function mdxProse(language: string): VitePlugin {
  const features = markdownFeatures(language);
  return {
    name: 'octavo:mdx-prose',
    enforce: 'pre',
    transform: {
      filter: { id: /\.mdx$/ },
      handler(source) {
        const { body } = readFrontMatter('', source);
        const start = source.length - body.trimStart().length;
        return source.slice(0, start) + protectProse(source.slice(start), 'mdx', features).body;
      },
    },
  };
}
