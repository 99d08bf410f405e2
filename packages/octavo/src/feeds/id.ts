import type { Settings } from '../settings/settings.ts';
import { href } from '../addresses/urls.ts';
import { pathInSite } from '../settings/languages.ts';

type IdSettings = Pick<Settings, 'origin' | 'base' | 'rootBase' | 'feeds'>;

/**
 * Returns what feed readers know a post by: `guid`, else its first alias, else its permalink,
 * the last two as whole addresses; so a post that is renamed and keeps its alias keeps its id.
 * The addresses are those that the site had first, so that it keeps its ids when it moves.
 */
export function feedId(
  { guid, aliases, url }: { guid?: string | undefined; aliases: string[]; url: string },
  site: IdSettings,
): string {
  const [oldest] = aliases;
  // An alias may be written as a browser shows it, percent-encoded or not.
  return guid ?? (oldest === undefined ? firstAddress(url, site) : below(oldest.slice(1), site));
}

/** Returns the whole address that a path of this site had where the site was first. */
export function firstAddress(path: string, site: IdSettings): string {
  return below(href(pathInSite(path, site), { base: '' }), site);
}

function below(path: string, { feeds, origin, rootBase }: IdSettings): string {
  // With ./ before it `page:2/` is no scheme.
  return new URL(`./${path}`, feeds.formerUrl ?? origin + rootBase).href;
}
