import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ViteUserConfig } from 'astro';
import type { MdastPluginEntry } from 'satteri';
import { readFrontMatter } from '../content/front-matter.ts';
import { readContentFile } from '../content/read-content.ts';
import type { Settings } from '../settings/settings.ts';
import { filesBelow, RecordedDocument } from './document.ts';
import { withIncludes } from './directives/include.ts';
import { protectProse } from './text/escape-prose.ts';
import { markdownFeatures } from './render.ts';

/**
 * Opens the document that the Markdown features work on where Astro renders MDX. What it reports
 * goes nowhere: the loader has read the same file by the same features and told everything.
 */
export function mdxDocument(root: URL, site: Settings): MdastPluginEntry {
  const folder = fileURLToPath(root);
  const surroundings = {
    address: (path: string) => readContentFile(folder, path, site)?.url,
    // What is reported here goes nowhere.
    anchors: () => undefined,
    page: () => undefined,
    release: () => undefined,
    ...filesBelow(folder),
  };
  return ({ data, fileURL }) => {
    if (fileURL) {
      const path = relative(folder, fileURLToPath(fileURL)).replaceAll(sep, '/');
      data['octavo'] = new RecordedDocument(path, surroundings, undefined, site.language);
    }
    return null;
  };
}

type VitePlugin = NonNullable<NonNullable<ViteUserConfig['plugins']>[number]>;

/**
 * Includes what MDX includes, and keeps its prose as it is typed, as renderMarkdown does, before
 * Astro compiles it.
 */
export function mdxProse(root: URL, language: string): VitePlugin {
  const folder = fileURLToPath(root);
  const files = filesBelow(folder);
  const features = markdownFeatures(language);
  return {
    name: 'octavo:mdx-prose',
    enforce: 'pre',
    transform: {
      filter: { id: /\.mdx$/ },
      handler(source, id) {
        const { body } = readFrontMatter('', source);
        const start = source.length - body.trimStart().length;
        const path = relative(folder, id).replaceAll(sep, '/');
        const text = (of: string) => {
          this.addWatchFile(resolve(folder, of));
          return files.text(of);
        };
        const written = { path, format: 'mdx' as const, body: source.slice(start) };
        const { body: whole } = withIncludes(written, features, text);
        return source.slice(0, start) + protectProse(whole, 'mdx', features).body;
      },
    },
  };
}
