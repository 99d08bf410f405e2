import type { FeedPaths, OldLists } from './old-blog.ts';
import { below, type SiteLanguage } from './site-language.ts';

/** The lists of a language, with targets from the root of the site. */
export interface LanguageLists extends OldLists {
  language: SiteLanguage;
}

/**
 * Returns the lists of all languages with the same `feeds.alsoAt`, which holds for each of them. A path
 * of one that a pattern makes in another, `/posts/index.xml` by `/:folder/index.xml`, is left to a rule.
 */
export function withSharedFeeds(all: readonly LanguageLists[]): LanguageLists[] {
  const made = new Set(all.flatMap(pathsOfPatterns));
  const shared = (format: keyof FeedPaths) => [
    ...new Set(all.flatMap(({ alsoAt }) => alsoAt[format].filter((path) => !made.has(path)))),
  ];
  const alsoAt = { rss: shared('rss'), atom: shared('atom') };
  return all.map((lists) => {
    const own = new Set(Object.values(lists.alsoAt).flat());
    const addresses = lists.addresses.map((address) => {
      const path = below(lists.language.prefix, address.from);
      const isLost = address.by === 'feed' && own.has(path) && made.has(path);
      return isLost ? { ...address, by: 'rule' as const } : address;
    });
    return { ...lists, addresses, alsoAt };
  });
}

/** Returns the paths of the feeds of a language that are made by patterns. */
function pathsOfPatterns({ language, addresses, alsoAt }: LanguageLists): string[] {
  const own = new Set(Object.values(alsoAt).flat());
  return addresses.flatMap(({ from, by }) => {
    const path = below(language.prefix, from);
    return by === 'feed' && !own.has(path) ? [path] : [];
  });
}
