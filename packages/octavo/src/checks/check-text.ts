import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Settings } from '../settings/settings.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import { renderMarkdown, type Rendering, type Source } from '../markdown/render.ts';
import { checks } from './all-checks.ts';
import {
  ignoreMistakes,
  withoutIgnored,
  type Ignore,
  type IgnoredLines,
} from '../content/ignores.ts';
import { textReader, type WrittenText } from '../markdown/source-text.ts';

type RenderOptions = Parameters<typeof renderMarkdown>[1];

interface CheckedSource extends Source {
  isDraft: boolean;
}

/** Renders a text and tells, beside what the rendering finds, what the checks do. */
export async function renderChecked(
  source: CheckedSource,
  settings: Settings,
  options: Omit<RenderOptions, 'readers' | 'language'>,
): Promise<Rendering> {
  const ignored: IgnoredLines[] = [];
  const found: Diagnostic[] = [];
  const reader = textReader({ isDraft: source.isDraft, settings }, ({ text, ignores }) => {
    found.push(...diagnosticsOf(text));
    for (const ignore of ignores) {
      found.push(...ignoreMistakes(ignore, text.document.original(ignore.place)));
      ignored.push(linesOf(ignore, text.document));
    }
  });
  const { language } = settings;
  const rendering = await renderMarkdown(source, { ...options, language, readers: [reader] });
  const diagnostics = [...rendering.diagnostics, ...found].filter(
    ({ rule }) => rule === undefined || settings.checks[rule] !== false,
  );
  return { ...rendering, diagnostics: withoutIgnored(diagnostics, ignored) };
}

function diagnosticsOf(text: WrittenText): Diagnostic[] {
  const { document, settings } = text;
  return checks
    .filter(({ id }) => settings.checks[id] !== false)
    .flatMap(({ id, severity, ofText }) =>
      (ofText?.(text) ?? []).map(({ place, message }) => {
        const { file, line, column } = document.original(place ?? { line: 1, column: 1 });
        return { file, line, column, severity, message, rule: id };
      }),
    );
}

function linesOf({ ids, first, last }: Ignore, document: MarkdownDocument): IgnoredLines {
  const [from, to] = [document.original(first), document.original(last)];
  return { file: from.file, ids, first: from.line, last: to.line };
}
