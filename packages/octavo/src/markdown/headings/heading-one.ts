import type { TextCheck } from '../text-check.ts';

/** A page has one heading of the first level, which is its title. */
export const headingOne: TextCheck = {
  id: 'heading-one',
  severity: 'warning',
  about: 'a heading of the first level (`#`) in the text, which belongs to the title',
  ofText: ({ headings }) =>
    headings
      .filter(({ depth }) => depth === 1)
      .map(({ position }) => ({
        position,
        message: 'heading: the first level belongs to the title; start with ##',
      })),
};
