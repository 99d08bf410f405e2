import { expect, test } from 'vitest';
import { edited } from '../../src/html/edits.ts';

test.each([
  ['nothing', [], 'abcdef'],
  ['a part', [{ start: 1, end: 3, text: 'X' }], 'aXdef'],
  [
    'parts in any order',
    [
      { start: 4, end: 5, text: 'Y' },
      { start: 1, end: 3, text: 'X' },
    ],
    'aXdYf',
  ],
  [
    'adjacent parts',
    [
      { start: 1, end: 3, text: 'X' },
      { start: 3, end: 4, text: 'Y' },
    ],
    'aXYef',
  ],
  [
    'the outer of nested parts',
    [
      { start: 2, end: 3, text: 'Y' },
      { start: 1, end: 4, text: 'X' },
    ],
    'aXef',
  ],
  [
    'the longer of parts that start together',
    [
      { start: 1, end: 2, text: 'Y' },
      { start: 1, end: 4, text: 'X' },
    ],
    'aXef',
  ],
])('replaces %s', (_, edits, expected) => {
  expect(edited('abcdef', edits)).toBe(expected);
});
