import { htmlToHast, markdownToHtml } from 'satteri';
import { readArticle } from 'octavo/internal/markdown/read-article';
import { GOES_ON } from 'octavo/internal/blog/summary';
import { emoji } from 'octavo/internal/markdown/text/emoji';
import { protectProse } from 'octavo/internal/markdown/text/escape-prose';
import { markdownFeatures } from 'octavo/internal/markdown/syntax';
import type { OldData } from '../old/old-data.ts';

const MORE = /^[ \t]*<!--[ \t]*more[ \t]*-->/im;

/**
 * Returns the `summary` to write, so that the index shows what it showed in Hugo: the text before
 * `<!--more-->`, else the summary, else the automatic one, and a description never.
 */
export function summaryOf(
  { summary, description }: Pick<OldData, 'summary' | 'description'>,
  text: string,
  language: string,
): string | undefined {
  if (MORE.test(text)) return undefined;
  if (summary !== undefined || description === undefined) return summary;
  const { html } = markdownToHtml(protectProse(text, 'md').body, {
    features: markdownFeatures({ language }),
    mdastPlugins: [emoji.mdast],
  });
  const article = readArticle(htmlToHast(html, { fragment: true }));
  const { text: start, goesOn } = article.text.automatic;
  const automatic = start !== '' && goesOn ? start + GOES_ON : start;
  return automatic === '' || automatic === description ? undefined : automatic;
}
