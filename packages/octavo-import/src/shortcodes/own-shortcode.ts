import { markdownToHtml } from 'satteri';
import { edited, type Edit } from 'octavo/internal/html/edits';
import { readHtml } from 'octavo/internal/html/read-html';
import { withoutParagraph } from '../html/without-paragraph.ts';
import { convertHtml, tagEnd } from '../text/html.ts';
import { goldmarkFeatures } from '../text/goldmark.ts';
import type { Call, Converted } from './shortcode-call.ts';

/** Stands for the text between the marks while a template runs. */
const INNER = '\uE8FFinner\uE8FE';

/** Returns what a template of the old blog makes of a shortcode; `undefined` where only its system can tell. */
export function expanded(template: string, call: Call): Converted | undefined {
  const { tag, inside, conversion } = call;
  const { around } = conversion;
  const isEmpty = inside === undefined || inside.trim() === '';
  const output = around.runTemplate(template, {
    ...{ named: tag.named, positional: tag.positional, name: tag.name, ordinal: tag.start },
    inner: isEmpty ? '' : INNER,
    ...{ params: around.params, siteParams: around.siteParams },
    title: String(around.params['title'] ?? ''),
    markdown: (text) => inlineHtml(text, call),
  });
  if (output === undefined) return undefined;
  const isMarkdown = makesMarkdown(call);
  const html = isMarkdown ? output.trim() : plainHtml(output, call);
  const [before = '', after, ...more] = html.split(INNER);
  if (more.length > 0) return undefined;
  if (after !== undefined) return aroundInner(before, after);
  const line = isMarkdown && html.includes('\n') ? undefined : oneLine(html);
  return { kind: 'block', text: html, line };
}

function makesMarkdown({ tag: { name, start }, conversion: { source, around } }: Call): boolean {
  return source.body.startsWith('{{%', start) || around.markdownShortcodes?.has(name) === true;
}

/** Returns Markdown as HTML; a single paragraph without its element, as Hugo does. */
function inlineHtml(text: string, { conversion }: Call): string {
  const features = goldmarkFeatures(conversion.around.markup);
  return withoutParagraph((markdownToHtml(text, { features }) as { html: string }).html);
}

/** Removes what a page of Octavo does not run, and empty lines, which would end HTML for Markdown. */
function plainHtml(output: string, { tag, conversion }: Call): string {
  const { scripts, styles, comments, tags } = readHtml(output);
  const isRefused = (name: string) => name === 'style' || name.startsWith('on');
  const edits: Edit[] = [
    ...[...scripts, ...styles, ...comments].map(({ start, end }) => ({ start, end, text: '' })),
    ...tags
      .filter(({ name }) => name === 'link')
      .map((tag) => ({ start: tag.start, end: tagEnd(output, tag), text: '' })),
    ...tags.flatMap(({ attributes }) =>
      attributes
        .filter(({ name }) => isRefused(name))
        .map(({ start, end }) => ({ start, end, text: '' })),
    ),
  ];
  const html = edited(output, outermost(edits))
    .replace(/[ \t]*\n\s*/g, '\n')
    .trim();
  return convertHtml(html, tag.end, conversion);
}

/** Edits that are not within others, in their order. */
function outermost(edits: readonly Edit[]): Edit[] {
  return edits
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((edit, index, all) => !all.slice(0, index).some(({ end }) => edit.start < end));
}

/** Elements that may hold paragraphs. */
const CONTAINER =
  /<(?:div|section|aside|article|blockquote|details|figure|figcaption|li|td|th|dd|main|center)\b[^>]*>$/i;

/** Text stays Markdown between HTML on lines of its own, or within a line. */
function aroundInner(before: string, after: string): Converted {
  const line = { before: oneLine(before), after: oneLine(after) };
  const opening = before
    .trim()
    .replace(/<p\b[^>]*>$/i, '')
    .trim();
  const closing = after
    .trim()
    .replace(/^<\/p\s*>/i, '')
    .trim();
  const isContainer = opening === '' || CONTAINER.test(opening) || /<\/\w+>$/.test(opening);
  if (!isContainer) return { kind: 'around', ...line, line, isInline: true };
  return { kind: 'around', before: opening, after: closing, line };
}

function oneLine(html: string): string {
  return html.replace(/\s*\n\s*/g, ' ').trim();
}
