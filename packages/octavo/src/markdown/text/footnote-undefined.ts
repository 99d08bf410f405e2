import { positionIn } from '../position.ts';
import type { TextCheck } from '../text-check.ts';

/** A reference to a footnote that is nowhere defined is shown as it is typed. */
export const footnoteUndefined: TextCheck = {
  id: 'footnote-undefined',
  severity: 'error',
  about: 'a reference to an undefined footnote, `[^1]`',
  ofText: ({ prose }) =>
    prose.flatMap(({ source, position }) =>
      [...source.matchAll(/(?<!\\)\[\^([^\]\s]+)\]/g)].map(({ 0: written, 1: name, index }) => ({
        position: positionIn(source, index, position),
        message: `footnote: ${written} is not defined; add a line [^${name}]: …, or escape it: \\${written}`,
      })),
    ),
};
