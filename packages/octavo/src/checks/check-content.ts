import { pathToFileURL } from 'node:url';
import { sortDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { readLibrary, type Library, type Reading } from '../content/read-content.ts';
import type { Settings } from '../settings/settings.ts';
import { holds, type Dependency } from '../markdown/document.ts';
import { surroundingsOf } from '../markdown/site-index.ts';
import { checkSite } from './check-site.ts';
import { renderChecked } from './check-text.ts';

/** All that is wrong with the content of a site, and what it was learned from. */
export interface CheckedContent {
  /** Sorted. */
  diagnostics: Diagnostic[];
  files: number;
  library: Library;
  texts: Map<Reading, CheckedText>;
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
  root: string,
  settings: Settings,
  { previous, progress }: CheckOptions = {},
): Promise<CheckedContent> {
  const library = readLibrary(root, settings);
  const surroundings = surroundingsOf(library, { root, site: settings, inDevelopment: false });
  const options = { root: pathToFileURL(`${root}/`), surroundings, onlyChecked: true };
  const texts = new Map<Reading, CheckedText>();
  for (const reading of library.readings.values()) {
    const known = previous?.texts.get(reading);
    const text =
      known && holds(known.dependencies, surroundings)
        ? known
        : await renderChecked({ ...reading, isDraft: isDraft(reading) }, settings, options);
    const { diagnostics, dependencies } = text;
    texts.set(reading, { diagnostics, dependencies });
    progress?.(texts.size, library.readings.size);
  }
  const checked = [...texts.values()];
  const diagnostics = [
    ...library.diagnostics,
    ...checked.flatMap((text) => text.diagnostics),
    ...checkSite(
      library,
      { root, settings },
      checked.flatMap((text) => text.dependencies),
    ),
  ];
  return { diagnostics: sortDiagnostics(diagnostics), files: texts.size, library, texts };
}

/** True for what is not published; front matter that does not hold may say so too. */
export function isDraft({ frontMatter }: Pick<Reading, 'frontMatter'>): boolean {
  return frontMatter.data['draft'] === true;
}
