import type { Placed } from './placing.ts';

/** Returns the keys that link translations whose files have different names. */
export function translationKeys(placed: readonly Placed[]): Map<Placed, string> {
  const groups = Map.groupBy(placed, ({ collection, translationKey }) =>
    translationKey === undefined ? undefined : `${collection} ${translationKey}`,
  );
  groups.delete(undefined);
  return new Map(
    [...groups.values()]
      .filter((group) => group.some(({ id }) => id !== group[0]!.id))
      .flatMap((group) => group.map((one) => [one, one.translationKey!])),
  );
}
