import { fingerprint, sharedHashes, type Fingerprint } from './fingerprint.ts';

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
export function findOwner<Owner>(candidates: readonly Candidate<Owner>[]) {
  const all = candidates.map(({ text, title, ...rest }) => ({
    ...rest,
    ...fingerprint(text, title),
  }));
  return (known: Fingerprint) => {
    const rated = all.map((one) => ({
      ...{ owner: one.owner, isOld: one.isOld, shared: sharedHashes(one.text, known.text) },
      isNamesake: known.title !== '' && one.title === known.title,
    }));
    const most = rated.reduce((count, { shared }) => Math.max(count, shared), 3);
    const ranks = [
      rated.filter(({ shared }) => shared === most),
      rated.filter(({ shared, isNamesake }) => shared >= 3 && isNamesake),
      rated.filter(({ shared, isNamesake }) => shared === 2 && isNamesake),
      rated.filter(({ isOld, isNamesake }) => isNamesake && !isOld),
    ];
    return ranks.find((rank) => rank.length === 1)?.[0]?.owner;
  };
}
