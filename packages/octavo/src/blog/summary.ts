import type { ArticleText } from '../words/excerpt.ts';

/** What says that the article goes on after a summary. */
const GOES_ON = ' ...';

/**
 * Returns the text of a post's index entry: `summary`; else the text before `<!--more-->`;
 * else `description`; else the automatic one. The second and the last end in ` ...` where text
 * of the article follows. Empty where the article has no text either.
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
