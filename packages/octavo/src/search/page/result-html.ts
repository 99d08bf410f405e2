import type { FoundPage, FoundSection } from 'virtual:pagefind';
import { escapeHtml } from '../../html/escape-html.ts';
import { joined } from '../../words/words.ts';

/** The strings of the results. */
export interface ResultWords {
  language: string;
  /** `# min`, by the plural category of the number. */
  minutes: Record<string, string>;
}

const MAX_SECTIONS = 3;

/** Returns the options for a page that was found: itself, and its sections with the best passages. */
export function resultHtml(page: FoundPage, words: ResultWords): string {
  const { url, excerpt, meta, sub_results } = page;
  const opening = sub_results.find(({ anchor }) => !anchor);
  const sections = best(sub_results.filter(({ anchor }) => anchor));
  const passage = opening?.excerpt ?? (sections.length === 0 ? excerpt : '');
  const facts = meta.when === undefined ? '' : factsHtml(meta.when, words);
  return [
    optionHtml('page', url, [escapeHtml(joined(meta.title)), marked(passage)], facts),
    ...sections.map((section) => optionHtml('section', section.url, headingAndPassage(section))),
  ].join('');
}

/** Returns the words for a number: `# results` is `12 results`. */
export function counted(forms: Record<string, string>, count: number, language: string): string {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms['other'] ?? '#';
  return form.replace('#', String(count));
}

function optionHtml(kind: string, url: string, [title, passage]: string[], facts = ''): string {
  const text = passage === '' ? '' : `<span>${passage}</span>`;
  return `<a class="${kind}" role="option" tabindex="-1" aria-selected="false" href="${escapeHtml(url)}"><b>${title}</b>${text}${facts}</a>`;
}

/** Returns the date and the reading time of a post from its `2024-01-06/8`. */
function factsHtml(when: string, { language, minutes: forms }: ResultWords): string {
  const [day = '', minutes] = when.split('/');
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const date = format.format(new Date(day));
  return `<span class="soft"><time datetime="${day}">${date}</time> · ${counted(forms, Number(minutes), language)}</span>`;
}

/** Splits a passage that begins with the heading of its section, which Pagefind ends with a dot. */
function headingAndPassage({ title, excerpt }: FoundSection): [heading: string, passage: string] {
  const heading = title.trim().split(/\s+/);
  const words = excerpt.split(' ');
  const start = words.slice(0, heading.length).join(' ');
  const rest = words.slice(heading.length).join(' ');
  const text = start
    .replace(/<\/?mark>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
  if (text === heading.join(' ')) return [marked(start), marked(rest)];
  if (text === `${heading.join(' ')}.`)
    return [marked(start.replace(/\.(<\/mark>)?$/, '$1')), marked(rest)];
  return [escapeHtml(joined(title)), marked(excerpt)];
}

/** Returns the sections with the best passages, in their order. */
function best(sections: readonly FoundSection[]): FoundSection[] {
  const score = ({ weighted_locations }: FoundSection) =>
    weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
  const kept = sections.toSorted((a, b) => score(b) - score(a)).slice(0, MAX_SECTIONS);
  return sections.filter((section) => kept.includes(section));
}

/** Returns the HTML of an excerpt: Pagefind marks its matches, and escapes `<` and `>` alone. */
function marked(excerpt: string): string {
  return joined(excerpt).replaceAll(/&(?![lg]t;)/g, '&amp;');
}
