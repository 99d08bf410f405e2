import { describe, expect, test } from 'vitest';
import { showsContents, tableOfContents, type Section } from '../../src/blog/contents.ts';

/** Returns headings of these depths, named by their place: `h0`, `h1` … */
const headings = (...depths: number[]) =>
  depths.map((depth, index) => ({ depth, slug: `h${index}`, text: `Heading ${index}` }));

describe('a table of contents is shown', () => {
  test.each([
    ['no headings', [], false],
    ['one', [2], false],
    ['two', [2, 2], false],
    ['three', [2, 2, 2], true],
    ['three of two levels', [2, 3, 3], true],
    ['many', [2, 3, 2, 3, 2], true],
    ['three of which it would list two', [2, 2, 4], false],
    ['three deeper than it lists', [4, 5, 6], false],
  ])('by default for %s: %j', (_, depths, shown) => {
    expect(showsContents(undefined, headings(...depths))).toBe(shown);
  });

  test.each([
    ['true', true, [2], true],
    ['false', false, [2, 2, 2, 2], false],
  ])('as the author says: %s', (_, toc, depths, shown) => {
    expect(showsContents(toc, headings(...depths))).toBe(shown);
  });
});

describe('a table of contents', () => {
  const outline = (sections: Section[]): unknown[] =>
    sections.map(({ slug, sections: below }) => (below.length > 0 ? [slug, outline(below)] : slug));

  test.each([
    ['sections', [2, 2], ['h0', 'h1']],
    [
      'subsections under their section',
      [2, 3, 3, 2, 3],
      [
        ['h0', ['h1', 'h2']],
        ['h3', ['h4']],
      ],
    ],
    ['no first level and none below the third', [1, 2, 4, 3, 5, 6], [['h1', ['h3']]]],
    ['subsections without a section', [3, 3, 2, 3], ['h0', 'h1', ['h2', ['h3']]]],
    ['nothing', [], []],
  ])('lists %s: %j', (_, depths, expected) => {
    expect(outline(tableOfContents(headings(...depths)))).toEqual(expected);
  });

  test('keeps text and place of each heading', () => {
    expect(tableOfContents(headings(2))).toEqual([
      { depth: 2, slug: 'h0', text: 'Heading 0', sections: [] },
    ]);
  });
});

test('a heading without text is in no table of contents', () => {
  const [one, two, three] = headings(2, 2, 2);
  const listed = [one!, { ...two!, text: '' }, three!];
  expect(tableOfContents(listed).map(({ slug }) => slug)).toEqual(['h0', 'h2']);
  expect(showsContents(undefined, listed)).toBe(false);
});
