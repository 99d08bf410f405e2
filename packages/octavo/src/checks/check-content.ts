import { readContent } from '../content/read-content.ts';
import type { NodeContext } from '../settings/context.ts';
import { digestOf } from '../digest-of.ts';
import { holds } from '../markdown/document.ts';
import { anchorsIn, type CachedAnchors } from './anchors-in.ts';
import {
  checkedSource,
  renderChecked,
  type CheckedSource,
  type RenderContext,
} from './check-text.ts';
import { siteIndexOf } from './site-index.ts';
import { checkSettings } from './check-settings.ts';
import { checkSite, type CheckedText } from './check-site.ts';

/** The result of a check, with the data that the next one reuses. */
export type CheckedContent = Awaited<ReturnType<typeof checkContent>>;

/** The results of a check, as plain data. */
export interface CheckResults {
  /** By digests of the bodies. */
  texts: Record<string, CheckedText>;
  anchors: CachedAnchors;
}

const NONE: CheckResults = { texts: {}, anchors: {} };

export interface CheckOptions {
  /** The results of an earlier check, which are reused for unchanged files. */
  cached?: CheckResults | undefined;
  /** The paths of the files to check; all by default. */
  only?: ReadonlySet<string> | undefined;
  /** Called after each file. */
  progress?: ((done: number, all: number) => void) | undefined;
}

/**
 * Returns the diagnostics that a build would report, without building. The result of an earlier check
 * of a body is reused while the body and the results of its queries are the same.
 */
export async function checkContent(
  context: NodeContext,
  { cached = NONE, only, progress }: CheckOptions = {},
) {
  const content = readContent(context);
  const { anchorsOf, anchors } = anchorsIn(context, cached.anchors);
  const render = { context, siteIndex: siteIndexOf(content, context, anchorsOf) };
  // The results of bodies that are not checked stay for the next check.
  const kept = only ? cached : NONE;
  const texts = { ...kept.texts };
  const isChecked = (path: string) => only?.has(path) ?? true;
  const check = async (body: CheckedSource, options: RenderContext) => {
    const digest = digestOf(body);
    const last = cached.texts[digest];
    const isValid = last && holds(last.dependencies, options.siteIndex);
    return (texts[digest] = isValid ? last : await checkBody(body, options));
  };
  const checked: CheckedText[] = [];
  for (const source of content.sources.values()) {
    const body = checkedSource(source);
    const text = isChecked(source.path) ? await check(body, render) : texts[digestOf(body)];
    if (text) checked.push({ source, ...text });
    progress?.(checked.length, content.sources.size);
  }
  const ofSettings = await checkSettings(render, check);
  const all = checkSite(content, context, [...checked, ...ofSettings]);
  const sources = new Map([...content.sources].filter(([path]) => isChecked(path)));
  const isFound = ({ path }: { path: string }) => isChecked(path);
  return {
    /** Sorted. */
    diagnostics: only ? all.filter(({ file }) => only.has(file)) : all,
    files: sources.size,
    /** Of the files to check. */
    content: {
      ...content,
      posts: content.posts.filter(isFound),
      pages: content.pages.filter(isFound),
      sources,
    },
    /** The results to cache for the next check. */
    results: { texts, anchors: { ...kept.anchors, ...anchors } },
  };
}

async function checkBody(body: CheckedSource, context: RenderContext): Promise<CheckedText> {
  const options = { ...context, onlyChecked: true };
  const { diagnostics, dependencies } = await renderChecked(body, options);
  return { diagnostics, dependencies };
}
