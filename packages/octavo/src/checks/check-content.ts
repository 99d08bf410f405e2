import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Content } from '../content/content-file.ts';
import { cachedFrontMatter, type CachedFrontMatter } from '../content/cached-front-matter.ts';
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
  results: CheckResults;
}

/** The results to cache for the next check, as plain data. */
export interface CheckResults extends BodyResults {
  frontMatter: CachedFrontMatter;
}

export interface CheckOptions {
  /** The results of an earlier check, which are reused for unchanged files. */
  previous?: { content?: Content; results?: CheckResults | undefined } | undefined;
  /** The paths of the files to check; all by default. */
  only?: ReadonlySet<string> | undefined;
  /** Called after each file. */
  progress?: ((done: number, all: number) => void) | undefined;
}

/** Returns the diagnostics that a build would report, without building. */
export async function checkContent(
  context: NodeContext,
  { previous, only, progress }: CheckOptions = {},
): Promise<CheckedContent> {
  const content = readContent(context, previous?.content, previous?.results?.frontMatter);
  const cached = previous?.results;
  const bodies = new BodyChecks(content.sources, context, { cached, keep: only !== undefined });
  const render = { context, siteIndex: siteIndexOf(content, context, bodies.anchorsOf) };
  const texts: CheckedText[] = [];
  let files = 0;
  for (const source of content.sources.values()) {
    const body = checkedSource(source);
    const isChecked = only === undefined || only.has(source.path);
    if (isChecked) files += 1;
    const text = isChecked ? await bodies.check(body, render) : bodies.lastResult(body);
    texts.push({ source, ...text });
    progress?.(texts.length, content.sources.size);
  }
  const ofSettings = await checkSettings(render, bodies.check);
  const all = checkSite(content, context, [...texts, ...ofSettings]);
  const diagnostics = only ? all.filter(({ file }) => only.has(file)) : all;
  const frontMatter = cachedFrontMatter(content.sources.values(), context.extensions);
  const results = { ...bodies.results, frontMatter };
  return { diagnostics, files, content, results };
}
