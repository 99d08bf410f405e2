import { LOCK } from '../../addresses/lock/lock.ts';
import type { Check } from '../check.ts';
import { publishedUrls } from '../published-urls.ts';

export const permalinkBack: Check = {
  id: 'permalink-back',
  severity: 'warning',
  about: 'a URL that is gone according to `permalinks.lock`, but published again',
  ofSite: ({ lock, sources, now }) => {
    const gone = (lock?.entries ?? []).filter(({ isGone }) => isGone);
    if (gone.length === 0) return [];
    const owners = publishedUrls(sources, now);
    return gone.flatMap(({ key, url, line }) => {
      const owner = owners.get(key);
      if (!owner) return [];
      const message = `gone ${url}: published again by ${owner.path}; remove the word gone`;
      return [{ file: { path: LOCK }, position: { line, column: 1 }, message }];
    });
  },
};
