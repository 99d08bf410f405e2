import { escapeHtml } from '../../html/escape-html.ts';
import type { Marked, Passage, Result } from './find.ts';

/** The strings of the results. */
export interface ResultWords {
  language: string;
  /** `# min`, by the plural category of the number. */
  minutes: Record<string, string>;
}

/** Returns the options for a result: itself, and its sections with the best passages. */
export async function resultHtml(result: Result, words: ResultWords): Promise<string> {
  const { passage, sections } = await result.passages();
  return [
    optionHtml('page', result.url, result.title, passage, factsHtml(result, words)),
    ...sections.map((section) =>
      optionHtml('section', section.url, section.heading, section.passage),
    ),
  ].join('');
}

/** Returns the words for a number: `# results` is `12 results`. */
export function counted(forms: Record<string, string>, count: number, language: string): string {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms['other'] ?? '#';
  return form.replace('#', String(count));
}

function optionHtml(kind: string, url: string, title: Marked, passage?: Passage, facts = '') {
  const text = passage ? `<span>${markedHtml(passage.text)}</span>` : '';
  return `<a class="${kind}" role="option" tabindex="-1" aria-selected="false" href="${escapeHtml(url)}"><b>${markedHtml(title)}</b>${text}${facts}</a>`;
}

function factsHtml({ day, minutes }: Result, { language, minutes: forms }: ResultWords): string {
  if (day === undefined) return '';
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const date = format.format(new Date(day));
  return `<span class="soft"><time datetime="${day}">${date}</time> · ${counted(forms, minutes!, language)}</span>`;
}

function markedHtml(parts: Marked): string {
  return parts
    .map(({ text, hit }) => (hit ? `<mark>${escapeHtml(text)}</mark>` : escapeHtml(text)))
    .join('');
}
