import { pathToFileURL } from 'node:url';
import type { PostData, SourceFile } from '../content/content-file.ts';
import { ignoreWarnings, withSettings } from '../content/ignores.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Dependency, Source } from '../markdown/document.ts';
import { textChecks } from '../markdown/features.ts';
import { readArticle } from '../markdown/read-article.ts';
import { renderMarkdown, type Rendering } from '../markdown/render.ts';
import type { NodeContext } from '../settings/context.ts';
import { unexpectedError } from '../diagnostics/unexpected-error.ts';
import { rootOf, settingsOf } from '../settings/languages.ts';
import { fileIds } from '../content/content-file.ts';

type RenderOptions = Parameters<typeof renderMarkdown>[1];

/** A body to check. */
export interface CheckedSource extends Source {
  isDraft: boolean;
}

/** The context of a rendering. */
export interface RenderContext extends Pick<RenderOptions, 'siteIndex' | 'onlyChecked'> {
  context: NodeContext;
}

/** Returns the body of a file for its checks. */
export function checkedSource({
  path,
  format,
  body,
  frontMatter,
  data,
}: SourceFile): CheckedSource {
  const { lang: language } = (data ?? {}) as Partial<PostData>;
  // A draft may have errors in its front matter.
  return { path, format, body, language, isDraft: frontMatter.data['draft'] === true };
}

/** Renders a body and runs the checks of bodies. Never throws. */
export async function renderChecked(
  source: CheckedSource,
  context: RenderContext,
): Promise<Rendering> {
  try {
    return await renderAndCheck(source, context);
  } catch (error) {
    const diagnostics = [unexpectedError(source.path, error)];
    // A query that never has this result, so that the error is not cached.
    const dependencies: Dependency[] = [['exists', '', 'unexpected error']];
    return {
      ...readArticle({ type: 'root', children: [] }),
      html: '',
      headings: [],
      diagnostics,
      dependencies,
    };
  }
}

async function renderAndCheck(source: CheckedSource, { context, ...options }: RenderContext) {
  const { root, settings, extensions: plugins } = context;
  // Paths in texts are below the base path of the site.
  const site = rootOf(settingsOf(settings, fileIds(source.path, settings).code));
  const { document, written, anchors, ...rendering } = await renderMarkdown(source, {
    ...{ ...options, root: pathToFileURL(root), plugins, site },
  });
  if (!written)
    return { ...rendering, diagnostics: withSettings(rendering.diagnostics, [], settings) };
  const text = { ...written, isDraft: source.isDraft, settings, document, anchors };
  for (const [id, check] of textChecks)
    for (const { position, message, target } of check(text))
      document.report(position, message, id, target);
  const ignores = written.ignores.map(({ ids, position, first, last }) => ({
    ...{ ...document.original(position), ids },
    ...{ first: document.original(first).line, last: document.original(last).line },
  }));
  const diagnostics = [...document.diagnostics, ...ignores.flatMap(ignoreWarnings)];
  const reported = withSettings(diagnostics, ignores, settings);
  return { ...rendering, diagnostics: onceForEachKind(reported) };
}

/** Returns the first warning of each kind of blocked HTML: hundreds would hide the errors. */
function onceForEachKind(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const kinds = Map.groupBy(diagnostics, (diagnostic) =>
    diagnostic.rule === 'raw-html' ? `${diagnostic.file}\n${diagnostic.message}` : diagnostic,
  );
  return [...kinds.values()].map(([first, ...others]) => {
    const times = others.length > 0 ? ` (${others.length + 1} times in this file)` : '';
    return { ...first!, message: first!.message + times };
  });
}
