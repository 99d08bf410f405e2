import { sortDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Content, SourceFile } from '../content/content-file.ts';
import { readContent } from '../content/read-content.ts';
import type { NodeContext } from '../settings/context.ts';
import { holds, type Dependency } from '../markdown/document.ts';
import { surroundingsOf } from './site-index.ts';
import { checkSite } from './check-site.ts';
import { renderChecked } from './check-text.ts';

/** All that is wrong with the content of a site, and what it was learned from. */
export interface CheckedContent {
  /** Sorted. */
  diagnostics: Diagnostic[];
  files: number;
  content: Content;
  texts: Map<SourceFile, CheckedText>;
}

interface CheckedText {
  diagnostics: Diagnostic[];
  dependencies: Dependency[];
}

interface CheckOptions {
  /** Saves the work on what has not changed since. */
  previous?: CheckedContent | undefined;
  /** Is told of each text that is read. */
  progress?: ((done: number, all: number) => void) | undefined;
}

/**
 * Returns all that is wrong with the content below `root` (an absolute path), as a build finds it
 * and without making anything. Never throws for what an author wrote.
 */
export async function checkContent(
  context: NodeContext,
  { previous, progress }: CheckOptions = {},
): Promise<CheckedContent> {
  const content = readContent(context, previous?.content);
  const surroundings = surroundingsOf(content, context);
  const options = { context, surroundings, onlyChecked: true };
  const texts = new Map<SourceFile, CheckedText>();
  for (const reading of content.sources.values()) {
    const known = previous?.texts.get(reading);
    const text =
      known && holds(known.dependencies, surroundings)
        ? known
        : await renderChecked({ ...reading, isDraft: isDraft(reading) }, options);
    const { diagnostics, dependencies } = text;
    texts.set(reading, { diagnostics, dependencies });
    progress?.(texts.size, content.sources.size);
  }
  const checked = [...texts.values()];
  const diagnostics = [
    ...content.diagnostics,
    ...checked.flatMap((text) => text.diagnostics),
    ...checkSite(
      content,
      context,
      checked.flatMap((text) => text.dependencies),
    ),
  ];
  return { diagnostics: sortDiagnostics(diagnostics), files: texts.size, content, texts };
}

/** True for what is not published; front matter that does not hold may say so too. */
export function isDraft({ frontMatter }: Pick<SourceFile, 'frontMatter'>): boolean {
  return frontMatter.data['draft'] === true;
}
