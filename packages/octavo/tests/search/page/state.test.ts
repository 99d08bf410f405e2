import { expect, test } from 'vitest';
import { readState, writeState } from '../../../src/search/page/state.ts';

test.each([
  ['', { query: '', tags: [], years: [] }, ''],
  ['?q=proxy', { query: 'proxy', tags: [], years: [] }, '?q=proxy'],
  ['?q=%20a%20b%20', { query: 'a b', tags: [], years: [] }, '?q=a+b'],
  ['?q=C%2B%2B&tag=C%2B%2B', { query: 'C++', tags: ['C++'], years: [] }, '?q=C%2B%2B&tag=C%2B%2B'],
  [
    '?tag=Go&tag=R%26D&year=2024',
    { query: '', tags: ['Go', 'R&D'], years: ['2024'] },
    '?tag=Go&tag=R%26D&year=2024',
  ],
  ['?other=1', { query: '', tags: [], years: [] }, ''],
])('the address %s is read, and written as it is searched for', (search, state, written) => {
  expect(readState(search)).toEqual(state);
  expect(writeState(state)).toBe(written);
});
