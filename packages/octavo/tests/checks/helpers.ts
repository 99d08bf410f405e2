import { pathToFileURL } from 'node:url';
import { checkContent } from '../../src/checks/check-content.ts';
import { renderChecked } from '../../src/checks/check-text.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { SiteConfig } from '../../src/settings/settings.ts';
import type { Surroundings } from '../../src/markdown/document.ts';
import { AUTHOR, content, folder, settings } from '../helpers.ts';

interface Options {
  format?: 'md' | 'mdx';
  isDraft?: boolean;
  config?: Partial<SiteConfig>;
  surroundings?: Partial<Surroundings>;
}

/** Returns what the checks find in the text of src/content/posts/post.md. */
export async function checkText(body: string, options: Options = {}): Promise<string[]> {
  const { format = 'md', isDraft = false, config, surroundings } = options;
  const { diagnostics } = await renderChecked(
    { path: `src/content/posts/post.${format}`, format, body, isDraft },
    settings(config),
    {
      root: pathToFileURL('/site/'),
      onlyChecked: true,
      surroundings: {
        address: () => '/posts/post/',
        anchors: () => undefined,
        exists: () => true,
        page: () => true,
        release: () => undefined,
        size: () => 1,
        text: () => undefined,
        ...surroundings,
      },
    },
  );
  return diagnostics.sort((a, b) => a.line - b.line || a.column - b.column).map(told);
}

/** Returns what is wrong with a site of these files below src/content/, and of its author. */
export async function checkFiles(
  files: Record<string, string>,
  config: Partial<SiteConfig> = {},
): Promise<string[]> {
  const root = folder({ ...AUTHOR, ...content(files) });
  const { diagnostics } = await checkContent(root, settings(config));
  return diagnostics.map((found) => `${found.file.replace(/^src\/content\//, '')}:${told(found)}`);
}

function told({ line, column, severity, message }: Diagnostic): string {
  return `${line}:${column} ${severity === 'warning' ? 'warning: ' : ''}${message}`;
}
