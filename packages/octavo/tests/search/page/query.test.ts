import { expect, test } from 'vitest';
import { preparedQuery } from '../../../src/search/page/query.ts';

test.each([
  ['kube-proxy', 'kube-proxy'],
  ['  two   words ', 'two words'],
  ['$PATH', 'PATH'],
  ['a=b', 'ab'],
  ['C++ and C#', 'C++ and C#'],
  ['"an exact phrase"', '"an exact phrase"'],
  ['snake_case', 'snake_case'],
  ['Größe', 'Größe'],
  ['e\u0301', 'e\u0301'],
  ['検索エンジン', '検索 エンジン'],
  ['프록시 서버', '프록시 서버'],
  ['🙂', ''],
])('the query %s is asked as %s', (query, asked) => {
  expect(preparedQuery(query)).toBe(asked);
});
