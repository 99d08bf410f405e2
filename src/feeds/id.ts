import { site } from '../blog/settings.ts';
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
  const [oldest] = aliases;
  if (guid !== undefined || oldest === undefined) return guid ?? absolute(url);
  // An alias may be written as a browser shows it, percent-encoded or not.
  return new URL(site.base + oldest.slice(1), site.origin).href;
}
