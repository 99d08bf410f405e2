import { fingerprint, sharedSigns, signsOf, type Fingerprint } from './fingerprint.ts';

/** A text that may have been somewhere else before. */
export interface Candidate<Of> {
  of: Of;
  text: string;
  title: string;
  /** Whether it was published where it is now: its title alone proves nothing then. */
  isOld: boolean;
}

/**
 * Returns what finds the one text that a fingerprint is of: most of its signs are the same, or half
 * of them and the title, or the title alone; `undefined` where none is, or where two are alike.
 */
export function recogniser<Of>(
  candidates: readonly Candidate<Of>[],
): (known: Fingerprint) => Of | undefined {
  const all = candidates.map(({ text, title, ...rest }) => ({
    ...rest,
    ...fingerprint(text, title),
  }));
  const bySign = Map.groupBy(
    all.flatMap((one) => signsOf(one.text).map((sign, index) => ({ one, key: `${index}${sign}` }))),
    ({ key }) => key,
  );
  const byTitle = Map.groupBy(all, ({ title }) => title);
  return (known) => {
    const alike = new Set(
      signsOf(known.text).flatMap((sign, index) =>
        (bySign.get(`${index}${sign}`) ?? []).map(({ one }) => one),
      ),
    );
    const shared = [...alike].map((one) => ({ one, signs: sharedSigns(one.text, known.text) }));
    const isNamesake = ({ title }: Fingerprint) => title !== '' && title === known.title;
    const most = shared.filter(({ signs }) => signs >= 3);
    const best = Math.max(...most.map(({ signs }) => signs));
    const ranks = [
      most.filter(({ signs }) => signs === best).map(({ one }) => one),
      most.map(({ one }) => one).filter(isNamesake),
      shared
        .map(({ one }) => one)
        .filter((one) => sharedSigns(one.text, known.text) === 2 && isNamesake(one)),
      (byTitle.get(known.title) ?? []).filter((one) => isNamesake(one) && !one.isOld),
    ];
    return ranks.find((rank) => rank.length === 1)?.[0]?.of;
  };
}
