import { expect, test } from 'vitest';
import { withoutRepeatedEdges } from '../../../src/markdown/diagrams/repeated-edges.ts';

test.each([
  [
    'an edge that is drawn twice is drawn once',
    'M0 0 C3 0, 6 0, 10 0 M0 0 C4 0, 7 0, 10 0 M10 0 C10 2, 10 4, 10 9 M10 0 C10 1, 10 5, 10 9',
    'M0 0 C3 0, 6 0, 10 0C10 2, 10 4, 10 9',
  ],
  [
    'what follows a gap begins anew',
    'M0 0 C1 0, 2 0, 3 0 M5 5 C6 5, 7 5, 8 5',
    'M0 0 C1 0, 2 0, 3 0M5 5 C6 5, 7 5, 8 5',
  ],
  ['nothing is drawn from a point to itself', 'M1 1 C1 1, 1 1, 1 1', ''],
  ['other paths stay as they are', 'M0,0L10,0Z', 'M0,0L10,0Z'],
])('%s', (_, path, expected) => {
  expect(withoutRepeatedEdges(path)).toBe(expected);
});
