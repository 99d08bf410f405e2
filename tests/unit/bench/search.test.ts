import { describe, expect, test } from 'vitest';
import { LANGUAGES, postsToSearch } from '../../bench/search/posts.ts';
import { readQueries, typosOf } from '../../bench/search/queries.ts';
import { rankOf, scoreOf, type Answer } from '../../bench/search/scores.ts';

const queriesOf = (language: string) =>
  readQueries(new URL(`../../bench/search/queries-${language}.jsonl`, import.meta.url));

describe.each(LANGUAGES)('the queries in %s', (language) => {
  const queries = queriesOf(language);

  test('are about posts of that language', () => {
    const files = Object.keys(postsToSearch(language, 100));
    const posts = files.map((file) => file.replace(/(.*)\.md$/, '/$1/'));
    const unknown = queries.flatMap(({ paths }) => paths.filter((path) => !posts.includes(path)));
    expect(unknown).toEqual([]);
  });

  test('get one typo each, the same each time', () => {
    const typos = typosOf(queries);
    const known = queries.filter(({ kind }) => kind === 'known').map(({ query }) => query);
    expect(typos.filter(({ query }) => known.includes(query))).toEqual([]);
    expect(typosOf(queries)).toEqual(typos);
  });
});

describe('a score', () => {
  const answer = (results: string[], paths: string[]): Answer => ({
    ...{ kind: 'known', query: 'a', language: 'en', bytes: 0, milliseconds: 0, results, paths },
  });
  const answers = [
    answer(['/blog/a/', '/blog/b/'], ['/a/']),
    answer(['/blog/a/', '/blog/b/'], ['/b/', '/c/']),
    answer([], ['/a/']),
  ];

  test('is the mean reciprocal rank of the first right result', () => {
    expect(answers.map(rankOf)).toEqual([1, 2, 0]);
    expect(scoreOf('known', answers)).toBe(0.5);
  });

  test('is the share without a result where there is no answer', () => {
    expect(scoreOf('none', [answer([], []), answer(['/a/'], [])])).toBe(0.5);
  });
});
