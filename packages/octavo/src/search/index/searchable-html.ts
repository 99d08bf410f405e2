import type { SearchRecord } from './search-records.ts';
import { escapeHtml } from '../../html/escape-html.ts';
import { segmented } from '../../words/words.ts';

/** Where the text of an article begins and ends in its page, by components/Prose.astro and layouts/. */
const TEXT_OPENS = '<div class="column prose">';
const ARTICLE_CLOSES = '</article>';

/** What Pagefind is to leave out of a text, beside what it leaves out by itself (svg, script, nav). */
export const NOT_SEARCHED = [
  'math',
  'button',
  '.sr-only',
  '[hidden]',
  '[aria-hidden="true"]',
  '[data-footnote-ref]',
  '[data-footnote-backref]',
];

/**
 * Returns the HTML that Pagefind indexes for a built page: the text of its article, and what is
 * known of it in Pagefind's attributes, so that the page itself carries none of them. Returns
 * `undefined` for a page without an article.
 */
export function searchableHtml(page: string, record: SearchRecord): string | undefined {
  const start = page.indexOf(TEXT_OPENS);
  const end = page.indexOf(ARTICLE_CLOSES, start);
  if (start === -1 || end === -1) return undefined;
  const text = page.slice(start + TEXT_OPENS.length, end);
  const lead = record.description ? `<p>${escapeHtml(segmented(record.description))}</p>` : '';
  return `<html><body>${facts(record)}<div data-pagefind-body>${lead}${readable(text)}</body></html>`;
}

function facts({ title, tags, day, minutes }: SearchRecord): string {
  return [
    meta('meta', 'title', segmented(title)),
    ...(tags.length > 0 ? [meta('meta', 'tags', segmented(tags.join(', ')))] : []),
    ...tags.map((tag) => meta('filter', 'tag', tag)),
    ...(day === undefined
      ? []
      : [
          // One word, since every word of it is found: a year may be, the minutes should not.
          meta('meta', 'when', `${day}/${minutes}`),
          meta('filter', 'year', day.slice(0, 4)),
          meta('sort', 'date', day),
        ]),
  ].join('');
}

function meta(kind: 'meta' | 'filter' | 'sort', name: string, value: string): string {
  return `<meta data-pagefind-${kind}="${name}[content]" content="${escapeHtml(value)}">`;
}

const TAG = /<(\/?)([a-z][a-z0-9-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|[^<]+|</gi;

/** Elements that end a text without a space after them, where Pagefind would glue the next word to it. */
const ENDS = new Set(['pre', 'summary', 'figcaption', 'caption', 'dt', 'dd', 'th', 'blockquote']);

/** Returns the HTML of a text with words apart, without pictures, and with the words of labels. */
function readable(html: string): string {
  return html.replace(TAG, (whole, slash: string | undefined, name = '', rest = '') => {
    if (slash === undefined) return segmented(whole);
    if (name === 'img') return '';
    // Pagefind takes a label for a part of a form; here it is the text of a task.
    if (name === 'label') return `<${slash}span${rest}>`;
    return slash !== '' && ENDS.has(name) ? `${whole} ` : whole;
  });
}
