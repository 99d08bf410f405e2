import { describe, expect, test } from 'vitest';
import type { Found } from '../../../src/search/page/find.ts';
import { joined, languagesToSearch } from '../../../src/search/page/search-languages.ts';

test.each([
  ['', ['en']],
  ['language=de', ['de']],
  ['language=ja&language=de', ['de', 'ja']],
  ['language=en&language=ja', ['en', 'ja']],
  ['language=fr', ['en']],
  ['language=fr&language=de', ['en', 'de']],
])('the query %j is searched in %j', (query, languages) => {
  const found = languagesToSearch(new URLSearchParams(query), ['en', 'de', 'ja']);
  expect(found).toEqual(languages);
});

describe('the results of several indexes', () => {
  const found = (given: Partial<Found>): Found => ({
    ...{ results: [], counts: new Map(), suggestions: [], missing: [], ...given },
  });

  test('have the counts of all', () => {
    const all = [new Map([['tag=Go', 1]]), new Map([['tag=Go', 2]])];
    const { counts } = joined(
      all.map((counts) => found({ counts })),
      [],
    );
    expect(counts).toEqual(new Map([['tag=Go', 3]]));
  });

  test('have no counts of languages that were not searched', () => {
    const all = [found({ counts: new Map([['language=en', 2]]) })];
    const counts = { 'language=en': 2, 'language=de': '' };
    expect(Object.fromEntries(joined(all, ['en', 'de']).counts)).toEqual(counts);
  });

  test('miss only words that none of them has', () => {
    const all = [{ missing: ['a', 'b'] }, { missing: ['b', 'c'] }];
    expect(joined(all.map(found), []).missing).toEqual(['b']);
  });

  test('suggest nothing if one of them has all words', () => {
    expect(joined([found({ suggestions: ['a'] }), found({})], []).suggestions).toEqual([]);
    expect(joined([found({ suggestions: ['a'] })], []).suggestions).toEqual(['a']);
  });
});
