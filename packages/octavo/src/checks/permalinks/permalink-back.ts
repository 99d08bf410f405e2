import { LOCK } from '../../addresses/lock/lock.ts';
import type { Check } from '../check.ts';
import { publishedAddresses } from '../published-addresses.ts';

/** An address that was taken away on purpose, as the lock says, is not there. */
export const permalinkBack: Check = {
  id: 'permalink-back',
  severity: 'warning',
  about: 'an address that `permalinks.lock` says is gone, and that is there again',
  ofSite: ({ lock, sources, now }) => {
    const gone = (lock?.entries ?? []).filter(({ isGone }) => isGone);
    if (gone.length === 0) return [];
    const owners = publishedAddresses(sources, now);
    return gone.flatMap(({ key, url, line }) => {
      const owner = owners.get(key);
      if (!owner) return [];
      const message = `gone ${url} is there again, in ${owner.path}; take the word gone away`;
      return [{ file: { path: LOCK }, position: { line, column: 1 }, message }];
    });
  },
};
