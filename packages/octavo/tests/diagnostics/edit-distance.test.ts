import { expect, test } from 'vitest';
import { editDistance } from '../../src/diagnostics/edit-distance.ts';

test.each([
  ['nginx', 'nginx', 0],
  ['ngnix', 'nginx', 1],
  ['circut', 'circuit', 1],
  ['kubernetess', 'kubernetes', 1],
  ['leek', 'leak', 1],
  ['braeker', 'breakers', 2],
  ['netcat', 'nettle', 3],
  ['a', 'abcdef', 3],
  ['', 'ab', 2],
])('the distance of %s and %s is %i', (a, b, distance) => {
  expect(editDistance(a, b, 2)).toBe(distance);
});
