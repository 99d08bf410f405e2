import { positionIn } from '../position.ts';
import type { TextCheck } from '../text-check.ts';

/** A link by a reference that is nowhere defined is shown as it is typed. */
export const referenceUndefined: TextCheck = {
  id: 'reference-undefined',
  severity: 'warning',
  about: 'a link by a reference that is not defined, `[text][name]`',
  ofText: ({ prose }) =>
    prose.flatMap(({ source, position }) =>
      [...source.matchAll(REFERENCE)].map(({ 1: name, index }) => ({
        position: positionIn(source, index, position),
        message: `link: [${name}] is not defined; add a line [${name}]: https://…`,
      })),
    ),
};

/** Not `a[i][j]`, nor what is escaped. */
const REFERENCE = /(?<![\\\p{L}\p{N}\]])\[[^[\]^]+\]\[([^[\]]+)\]/gu;
