import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { pathToFileURL } from 'node:url';
import type { NodeContext } from '../settings/context.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import { renderMarkdown, type Rendering, type Source } from '../markdown/render.ts';
import { checks } from './all-checks.ts';
import {
  ignoreWarnings,
  withoutIgnored,
  type Ignore,
  type IgnoredLines,
} from '../content/ignores.ts';
import { textReader, type WrittenText } from '../markdown/source-text.ts';

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
  const { settings, extensions: plugins } = context;
  const ignored: IgnoredLines[] = [];
  const ofChecks: Diagnostic[] = [];
  const reader = textReader({ isDraft: source.isDraft, settings }, ({ text, ignores }) => {
    ofChecks.push(...diagnosticsOf(text));
    for (const ignore of ignores) {
      ofChecks.push(...ignoreWarnings(ignore, text.document.original(ignore.position)));
      ignored.push(linesOf(ignore, text.document));
    }
  });
  const root = pathToFileURL(context.root);
  const rendering = await renderMarkdown(source, {
    ...{ ...options, root, plugins, site: settings },
    readers: [reader],
  });
  const diagnostics = [...rendering.diagnostics, ...ofChecks].filter(
    ({ rule }) => rule === undefined || settings.checks[rule] !== false,
  );
  return { ...rendering, diagnostics: withoutIgnored(diagnostics, ignored) };
}

function diagnosticsOf(text: WrittenText): Diagnostic[] {
  const { document, settings } = text;
  return checks
    .filter(({ id }) => settings.checks[id] !== false)
    .flatMap(({ id, severity, ofText }) =>
      (ofText?.(text) ?? []).map(({ position, message }) => {
        const { file, line, column } = document.original(position ?? { line: 1, column: 1 });
        return { file, line, column, severity, message, rule: id };
      }),
    );
}

function linesOf({ ids, first, last }: Ignore, document: MarkdownDocument): IgnoredLines {
  const [from, to] = [document.original(first), document.original(last)];
  return { file: from.file, ids, first: from.line, last: to.line };
}
