import type { ArticleText } from '../words/excerpt.ts';

/** Marks a summary that is not the whole article. */
const GOES_ON = ' ...';

/**
 * Returns the text of the index entry of a post: `summary`, else the text before `<!--more-->`, else
 * `description`, else the automatic summary. The second and the last end in ` ...` if the article
 * goes on. Empty for an empty article.
 */
export function summarize(
  { summary, description }: { summary?: string | undefined; description?: string | undefined },
  { beforeMore, automatic }: Pick<ArticleText, 'beforeMore' | 'automatic'>,
): string {
  if (summary !== undefined) return summary;
  if (beforeMore) return withEnd(beforeMore);
  return description ?? withEnd(automatic);
}

function withEnd({ text, goesOn }: { text: string; goesOn: boolean }): string {
  return text !== '' && goesOn ? text + GOES_ON : text;
}
