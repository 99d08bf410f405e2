import type { TextChecks } from '../text-check.ts';

export const headingChecks: TextChecks = {
  // A heading without text has no entry in the table of contents, and nothing to read aloud.
  'empty-heading': ({ headings }) =>
    headings
      .filter(({ isEmpty }) => isEmpty)
      .map(({ position }) => ({
        position,
        message: 'heading: no text; write it or remove the heading',
      })),
  // A page has one heading of the first level, which is its title.
  'heading-one': ({ headings }) =>
    headings
      .filter(({ depth }) => depth === 1)
      .map(({ position }) => ({
        position,
        message: 'heading: the first level belongs to the title; start with ##',
      })),
  // A heading is one level below the one that it belongs to (WCAG 2.2, technique G141).
  'heading-skip': ({ headings }) => {
    let above = 1;
    return headings.flatMap(({ depth, position }) => {
      const expected = above + 1;
      above = depth;
      if (depth <= expected) return [];
      const under = expected === 2 ? 'the title' : '#'.repeat(expected - 1);
      const message = `heading: ${'#'.repeat(depth)} under ${under} skips a level; write ${'#'.repeat(expected)}`;
      return [{ position, message }];
    });
  },
};
