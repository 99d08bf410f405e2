import { escapeHtml } from '../html/escape-html.ts';
import type { ArticleText, Excerpt } from '../words/excerpt.ts';

/** Marks a summary that is not the whole article. */
export const GOES_ON = ' ...';

/** The summary of a post. */
interface Summary {
  /** The plain text, for feeds and search engines. */
  summary: string;
  /** The HTML of the index entry. */
  summaryHtml: string;
}

/**
 * Returns the text of the index entry of a post: `summary`, else the text before `<!--more-->`, else
 * `description`, else the automatic summary. The second and the last end in ` ...` if the article
 * goes on. Empty for an empty article.
 */
export function summarize(
  { summary, description }: { summary?: string | undefined; description?: string | undefined },
  { beforeMore, automatic }: Pick<ArticleText, 'beforeMore' | 'automatic'>,
): Summary {
  const written = summary ?? (beforeMore ? undefined : description);
  if (written !== undefined) return { summary: written, summaryHtml: escapeHtml(written) };
  return summaryOf(beforeMore ?? automatic);
}

function summaryOf({ text, html, description, goesOn }: Excerpt): Summary {
  const summary = description ?? text;
  const summaryHtml = html ?? escapeHtml(text);
  if (text === '' || !goesOn) return { summary, summaryHtml };
  // Held to the last word, since it has the only space between them.
  return {
    summary: summary + GOES_ON,
    summaryHtml: `${summaryHtml}<span class="goes-on">${GOES_ON}</span>`,
  };
}
