import { escapeHtml } from '../html/escape-html.ts';
import { writtenLine } from '../markdown/text/written-line.ts';
import type { ArticleText, Excerpt, Line } from '../words/excerpt.ts';

/** Marks a summary that is not the whole article. */
export const GOES_ON = ' ...';

/**
 * Returns the index entry of a post as HTML, and its plain text for feeds and search engines:
 * `summary`, else the text before `<!--more-->`, else `description`, else the automatic summary. The
 * second and the last end in ` ...` if the article goes on. Empty for an empty article.
 */
export function summarize(
  { summary, description }: { summary?: string | undefined; description?: string | undefined },
  { beforeMore, automatic }: Pick<ArticleText, 'beforeMore' | 'automatic'>,
  language: string,
): Line {
  const written = summary ?? (beforeMore ? undefined : description);
  return written === undefined ? lineOf(beforeMore ?? automatic) : writtenLine(written, language);
}

function lineOf({ text, html = escapeHtml(text), description = text, goesOn }: Excerpt): Line {
  if (text === '' || !goesOn) return { text: description, html };
  // The space before the dots is in the span, so that they stay beside the last word.
  return {
    text: description + GOES_ON,
    html: `${html}<span class="goes-on">${GOES_ON}</span>`,
  };
}
