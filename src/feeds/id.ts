import { absolute } from '../blog/urls.ts';

/**
 * Returns what feed readers know a post by: `guid`, else its first alias, else its permalink,
 * the last two as whole addresses; so a post that is renamed and keeps its alias keeps its id.
 */
export function feedId({
  guid,
  aliases,
  url,
}: {
  guid?: string | undefined;
  aliases: string[];
  url: string;
}): string {
  return guid ?? absolute(aliases[0] ?? url);
}
