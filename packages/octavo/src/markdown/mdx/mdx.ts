import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pathFrom } from '../../file-path.ts';
import type { MdastPluginEntry } from 'satteri';
import type { Plugin } from 'vite';
import { readFrontMatter } from '../../content/front-matter.ts';
import { isHidden } from '../../content/published.ts';
import { normalized } from '../../content/read-text.ts';
import type { Context } from '../../settings/context.ts';
import { filesBelow, markdownDocument, type SiteIndex } from '../document.ts';
import { isLanguage } from '../../words/language.ts';
import { withIncludes } from '../directives/include.ts';
import { protectProse } from '../text/escape-prose.ts';
import { rootOf, settingsOf } from '../../settings/languages.ts';
import { fileIds } from '../../content/content-file.ts';

/**
 * Opens the document for the Markdown features where Astro renders MDX. Its diagnostics are
 * dropped: the loader has rendered the same file by the same features and reported them.
 */
export function mdxDocument(
  { root, settings }: Context,
  siteIndex: () => Partial<SiteIndex>,
): MdastPluginEntry {
  return ({ data, fileURL }) => {
    const path = fileURL ? pathFrom(root, fileURLToPath(fileURL)) : '';
    const lang: unknown = data.astro?.frontmatter['lang'];
    const site = rootOf(settingsOf(settings, fileIds(path, settings).code));
    const language = typeof lang === 'string' && isLanguage(lang) ? lang : site.language;
    data.octavo = markdownDocument(path, fileURL && siteIndex(), { site, language });
    return null;
  };
}

/**
 * Includes what MDX includes, and keeps its prose as it is typed, as renderMarkdown does, before
 * Astro compiles it.
 */
export function mdxProse(context: Context): Plugin {
  const { root } = context;
  const files = filesBelow(root);
  return {
    name: 'octavo:mdx-prose',
    enforce: 'pre',
    transform: {
      filter: { id: /\.mdx$/ },
      handler(code, id) {
        const source = normalized(code);
        const path = pathFrom(root, id);
        const frontMatter = readFrontMatter(path, source);
        // No page shows it, and its code must not fail a build.
        if (path.startsWith('src/content/') && isHidden({ frontMatter }, context)) return '';
        const { body } = frontMatter;
        const start = source.length - body.trimStart().length;
        const text = (of: string) => {
          this.addWatchFile(resolve(root, of));
          return files.text(of);
        };
        const written = { path, format: 'mdx' as const, body: source.slice(start) };
        const { body: whole } = withIncludes(written, text);
        return source.slice(0, start) + protectProse(whole, 'mdx').body;
      },
    },
  };
}
