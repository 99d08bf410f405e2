import { Liquid } from 'liquidjs';
import { markdownToHtml } from 'satteri';
import { withoutParagraph } from '../html/without-paragraph.ts';
import { jekyllSlug } from './slugify.ts';
import type { LiquidSite } from '../liquid/expansion.ts';
import { AddressTag, CodeBlockTag, HighlightTag, IncludeTag } from '../liquid/tags.ts';

/** Returns an engine that reads Liquid as Jekyll does. */
export function createEngine({ url, fileUrl }: LiquidSite): Liquid {
  const engine = new Liquid({ cache: true, lenientIf: true });
  engine.registerTag('highlight', HighlightTag);
  engine.registerTag('codeblock', CodeBlockTag);
  for (const name of ['include', 'include_cached', 'include_relative'])
    engine.registerTag(name, IncludeTag);
  for (const name of ['post_url', 'link']) engine.registerTag(name, AddressTag);
  const rooted = (path: unknown) => `/${text(path)}`.replace(/^\/+/, '/');
  // The base path is put before links when the new site is built.
  engine.registerFilter('relative_url', (path) => (isWhole(path) ? path : rooted(path)));
  engine.registerFilter('absolute_url', (path) => (isWhole(path) ? path : url + rooted(path)));
  engine.registerFilter('prepend_baseurl', rooted);
  engine.registerFilter('link', (path) => fileUrl(text(path)) ?? path);
  engine.registerFilter('slugify', (value, mode) =>
    jekyllSlug(text(value), { mode: mode === 'pretty' ? 'pretty' : 'default' }),
  );
  engine.registerFilter('markdownify', (value) => markdownIn(text(value)));
  for (const name of ['smartify', 'emojify']) engine.registerFilter(name, text);
  return engine;
}

/** Returns Markdown for a place in HTML: a line as HTML, more in an element that holds Markdown. */
function markdownIn(markdown: string): string {
  if (markdown.trim().includes('\n')) return `\n<div markdown="1">\n${markdown}\n</div>\n`;
  return withoutParagraph(markdownToHtml(markdown.trim()).html);
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function isWhole(path: unknown): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(text(path));
}
