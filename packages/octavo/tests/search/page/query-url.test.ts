import { expect, test } from 'vitest';
import { queryOf, searchOf } from '../../../src/search/page/query-url.ts';

test.each([
  ['', { text: '', filters: {} }],
  ['?q=c%2B%2B+%26+threads', { text: 'c++ & threads', filters: {} }],
  [
    '?q=proxy&tag=go&tag=C%23&year=2024&series=a+b&author=x&language=de',
    {
      text: 'proxy',
      filters: {
        ...{ tag: ['go', 'C#'], year: ['2024'], series: ['a b'], author: ['x'], language: ['de'] },
      },
    },
  ],
])('%s is a query, and the query that URL', (search, query) => {
  expect(queryOf(search)).toEqual(query);
  expect(searchOf(query)).toBe(search);
});

test('spaces around the words and other parameters are left out', () => {
  expect(searchOf(queryOf('?utm_source=x&q=+proxy+'))).toBe('?q=proxy');
  expect(searchOf(queryOf('?q=+'))).toBe('');
});
