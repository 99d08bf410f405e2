import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Content, SourceFile } from '../content/content-file.ts';
import { readContent } from '../content/read-content.ts';
import type { NodeContext } from '../settings/context.ts';
import { holds } from '../markdown/document.ts';
import { siteIndexOf } from './site-index.ts';
import { checkSettings } from './check-settings.ts';
import { checkSite, type CheckedText } from './check-site.ts';
import { renderChecked } from './check-text.ts';

/** The result of a check, with the data that the next one reuses. */
export interface CheckedContent {
  /** Sorted. */
  diagnostics: Diagnostic[];
  files: number;
  content: Content;
  texts: Map<SourceFile, CheckedText>;
}

interface CheckOptions {
  /** The last result, of which unchanged files are reused. */
  previous?: CheckedContent | undefined;
  /** Called after each file. */
  progress?: ((done: number, all: number) => void) | undefined;
}

/** Returns the diagnostics that a build would report, without building. */
export async function checkContent(
  context: NodeContext,
  { previous, progress }: CheckOptions = {},
): Promise<CheckedContent> {
  const content = readContent(context, previous?.content);
  const siteIndex = siteIndexOf(content, context);
  const options = { context, siteIndex, onlyChecked: true };
  const texts = new Map<SourceFile, CheckedText>();
  for (const source of content.sources.values()) {
    const known = previous?.texts.get(source);
    const text =
      known && holds(known.dependencies, siteIndex)
        ? known
        : await renderChecked({ ...source, isDraft: isDraft(source) }, options);
    const { diagnostics, dependencies } = text;
    texts.set(source, { source, diagnostics, dependencies });
    progress?.(texts.size, content.sources.size);
  }
  const ofSettings = await checkSettings(options);
  const diagnostics = checkSite(content, context, [...texts.values(), ...ofSettings]);
  return { diagnostics, files: texts.size, content, texts };
}

/** True for a draft, even if its front matter has errors. */
export function isDraft({ frontMatter }: Pick<SourceFile, 'frontMatter'>): boolean {
  return frontMatter.data['draft'] === true;
}
