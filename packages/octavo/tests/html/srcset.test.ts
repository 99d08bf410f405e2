import { expect, test } from 'vitest';
import { eachCandidate } from '../../src/html/srcset.ts';

test.each([
  ['one URL', 'a', '<a>'],
  ['a size', 'a 2x', '<a> 2x'],
  ['candidates with and without a space', 'a 1x,b 2x, c 3x', '<a> 1x, <b> 2x, <c> 3x'],
  ['more white space', '\n a\t 1x ,\n b ', '<a> 1x, <b>'],
  ['a comma in a URL', 'data:x,y 1x, b', '<data:x,y> 1x, <b>'],
  ['commas around', ',a,', '<a>'],
  ['nothing', '', ''],
])('changes the URLs of a srcset with %s', (_, srcset, expected) => {
  expect(eachCandidate(srcset, (url) => `<${url}>`)).toBe(expected);
});
