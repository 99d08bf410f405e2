import { pathToFileURL } from 'node:url';
import { ignoreWarnings, withoutIgnored } from '../content/ignores.ts';
import type { Source } from '../markdown/document.ts';
import { renderMarkdown, type Rendering } from '../markdown/render.ts';
import type { NodeContext } from '../settings/context.ts';
import { checks } from './all-checks.ts';

type RenderOptions = Parameters<typeof renderMarkdown>[1];

interface CheckedSource extends Source {
  isDraft: boolean;
}

/** The context of a rendering. */
export interface RenderContext extends Pick<RenderOptions, 'siteIndex' | 'onlyChecked'> {
  context: NodeContext;
}

/** Renders a body and runs the checks of bodies. */
export async function renderChecked(
  source: CheckedSource,
  { context, ...options }: RenderContext,
): Promise<Rendering> {
  const { root, settings, extensions: plugins } = context;
  const { document, written, anchors, ...rendering } = await renderMarkdown(source, {
    ...{ ...options, root: pathToFileURL(root), plugins, site: settings },
  });
  if (!written) return rendering;
  const text = { ...written, isDraft: source.isDraft, settings, document, anchors };
  for (const { id, severity, ofText } of checks)
    for (const { position, message } of ofText?.(text) ?? [])
      document.report(position, message, severity, id);
  const ignores = written.ignores.map(({ ids, position, first, last }) => ({
    ...{ ...document.original(position), ids },
    ...{ first: document.original(first).line, last: document.original(last).line },
  }));
  const diagnostics = [...document.diagnostics, ...ignores.flatMap(ignoreWarnings)];
  return { ...rendering, diagnostics: withoutIgnored(diagnostics, ignores, settings) };
}
