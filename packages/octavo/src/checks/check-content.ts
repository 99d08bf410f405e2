import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Content } from '../content/content-file.ts';
import { readContent } from '../content/read-content.ts';
import type { NodeContext } from '../settings/context.ts';
import { BodyChecks, checkedSource, type BodyResults } from './body-checks.ts';
import { siteIndexOf } from './site-index.ts';
import { checkSettings } from './check-settings.ts';
import { checkSite, type CheckedText } from './check-site.ts';

/** The result of a check, with the data that the next one reuses. */
export interface CheckedContent {
  /** Sorted. */
  diagnostics: Diagnostic[];
  files: number;
  content: Content;
  results: BodyResults;
}

interface CheckOptions {
  /** What an earlier check found, which is reused for unchanged files. */
  previous?: { content?: Content; results?: BodyResults | undefined } | undefined;
  /** Called after each file. */
  progress?: ((done: number, all: number) => void) | undefined;
}

/** Returns the diagnostics that a build would report, without building. */
export async function checkContent(
  context: NodeContext,
  { previous, progress }: CheckOptions = {},
): Promise<CheckedContent> {
  const content = readContent(context, previous?.content);
  const bodies = new BodyChecks(context, previous?.results);
  await bodies.prepare(content.sources.values());
  const render = { context, siteIndex: siteIndexOf(content, context, bodies.anchorsOf) };
  const texts: CheckedText[] = [];
  for (const source of content.sources.values()) {
    texts.push({ source, ...(await bodies.check(checkedSource(source), render)) });
    progress?.(texts.length, content.sources.size);
  }
  const ofSettings = await checkSettings(render, bodies.check);
  const diagnostics = checkSite(content, context, [...texts, ...ofSettings]);
  return { diagnostics, files: texts.length, content, results: bodies.results };
}
