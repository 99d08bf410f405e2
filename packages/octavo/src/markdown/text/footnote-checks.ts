import { matchesIn, type TextChecks } from '../text-check.ts';

export const footnoteChecks: TextChecks = {
  // A reference to a footnote that is nowhere defined is shown as it is typed.
  'footnote-undefined': (text) =>
    matchesIn(
      text,
      /(?<!\\)\[\^([^\]\s]+)\]/g,
      ([written, name]) =>
        `footnote: ${written} is not defined; add a line [^${name}]: …, or escape it: \\${written}`,
    ),
  // Unused footnotes are not shown, nor is the second of one name.
  'footnote-unused': ({ footnotes, references }) => {
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
