import { checkContent } from '../../src/checks/check-content.ts';
import { renderChecked } from '../../src/checks/check-text.ts';
import type { SiteConfig } from '../../src/settings/settings.ts';
import type { SiteIndex } from '../../src/markdown/document.ts';
import { AUTHOR, content, context, folder, found, type ContextOptions } from '../helpers.ts';

interface Options {
  format?: 'md' | 'mdx';
  isDraft?: boolean;
  config?: Partial<SiteConfig>;
  siteIndex?: Partial<SiteIndex>;
}

/** Returns what the checks find in the text of src/content/posts/post.md. */
export async function checkText(body: string, options: Options = {}): Promise<string[]> {
  const { format = 'md', isDraft = false, config, siteIndex } = options;
  const { diagnostics } = await renderChecked(
    { path: `src/content/posts/post.${format}`, format, body, isDraft },
    {
      context: context('/site/', config),
      onlyChecked: true,
      siteIndex: {
        address: () => '/posts/post/',
        exists: () => true,
        page: () => true,
        size: () => 1,
        ...siteIndex,
      },
    },
  );
  return found(diagnostics.sort((a, b) => a.line - b.line || a.column - b.column));
}

/** Returns what is wrong with a site of these files below src/content/, and of its author. */
export async function checkFiles(
  files: Record<string, string>,
  config?: Partial<SiteConfig>,
  options?: ContextOptions,
): Promise<string[]> {
  const root = folder({ ...AUTHOR, ...content(files) });
  const { diagnostics } = await checkContent(context(root, config, options));
  return diagnostics.map(
    (diagnostic) =>
      `${diagnostic.file.replace(/^src\/content\//, '')}:${found([diagnostic]).join()}`,
  );
}
