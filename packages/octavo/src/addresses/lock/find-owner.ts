import { fingerprint, sharedHashes, hashesOf, type Fingerprint } from './fingerprint.ts';

/** A text that may have had another URL. */
export interface Candidate<Owner> {
  owner: Owner;
  text: string;
  title: string;
  /** True if its URL was published before; its title alone is then no match. */
  isOld: boolean;
}

/**
 * Returns a function that finds the only candidate for a fingerprint: by three or four hashes, by
 * two and the title, or by the title alone; `undefined` if there is none, or more than one.
 */
export function findOwner<Owner>(
  candidates: readonly Candidate<Owner>[],
): (known: Fingerprint) => Owner | undefined {
  const all = candidates.map(({ text, title, ...rest }) => ({
    ...rest,
    ...fingerprint(text, title),
  }));
  const byHash = Map.groupBy(
    all.flatMap((one) =>
      hashesOf(one.text).map((hash, index) => ({ one, key: `${index}${hash}` })),
    ),
    ({ key }) => key,
  );
  const byTitle = Map.groupBy(all, ({ title }) => title);
  return (known) => {
    const alike = new Set(
      hashesOf(known.text).flatMap((hash, index) =>
        (byHash.get(`${index}${hash}`) ?? []).map(({ one }) => one),
      ),
    );
    const shared = [...alike].map((one) => ({ one, count: sharedHashes(one.text, known.text) }));
    const isNamesake = ({ title }: Fingerprint) => title !== '' && title === known.title;
    const most = shared.filter(({ count }) => count >= 3);
    const best = Math.max(...most.map(({ count }) => count));
    const ranks = [
      most.filter(({ count }) => count === best).map(({ one }) => one),
      most.map(({ one }) => one).filter(isNamesake),
      shared
        .map(({ one }) => one)
        .filter((one) => sharedHashes(one.text, known.text) === 2 && isNamesake(one)),
      (byTitle.get(known.title) ?? []).filter((one) => isNamesake(one) && !one.isOld),
    ];
    return ranks.find((rank) => rank.length === 1)?.[0]?.owner;
  };
}
