import { pathToFileURL } from 'node:url';
import { ignoreWarnings, withoutIgnored } from '../content/ignores.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { renderMarkdown, type Rendering, type Source } from '../markdown/render.ts';
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
  const isOn = ({ rule }: Diagnostic) => rule === undefined || settings.checks[rule] !== false;
  const ignored = written.ignores.map(({ ids, first, last }) => {
    const { file, line } = document.original(first);
    return { file, ids, first: line, last: document.original(last).line };
  });
  const ofIgnores = written.ignores.flatMap((ignore) =>
    ignoreWarnings(ignore, document.original(ignore.position)),
  );
  const diagnostics = [...document.diagnostics.filter(isOn), ...ofIgnores];
  return { ...rendering, diagnostics: withoutIgnored(diagnostics, ignored) };
}
