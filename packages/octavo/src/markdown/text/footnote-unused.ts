import type { TextCheck } from '../text-check.ts';

/** Unused footnotes are not shown, nor is the second of one name. */
export const footnoteUnused: TextCheck = {
  id: 'footnote-unused',
  severity: 'warning',
  about: 'a footnote that is unused or defined twice',
  ofText: ({ footnotes, references }) => {
    const seen = new Set<string>();
    return footnotes.flatMap(({ identifier, position }) => {
      const isSecond = seen.has(identifier);
      seen.add(identifier);
      const name = `footnote: [^${identifier}]`;
      if (isSecond) return [{ position, message: `${name} is defined twice; the first is used` }];
      if (references.has(identifier)) return [];
      return [{ position, message: `${name} is never referenced; refer to it or remove it` }];
    });
  },
};
