import { expect, test } from 'vitest';
import { isTrueMatch, preparedQuery } from '../../../src/search/page/query.ts';

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

const found = (content: string, locations: number[], meta = {}) => ({
  url: '/a/',
  excerpt: '',
  content,
  locations,
  meta: { title: 'A title', ...meta },
  sub_results: [],
});

test.each([
  ['the word itself', 'proxy', 'A proxy.', [1], true],
  ['its beginning', 'gomax', 'Set GOMAXPROCS now', [1], true],
  ['another form', 'cities', 'A city', [1], true],
  ['a part', 'http', 'Package net/http', [1], true],
  ['another accent', 'Größe', 'Die grosse Große', [2], true],
  ['without an article', 'الوكيل', 'هذا وكيل', [1], true],
  ['signs', 'C++', 'In C++,', [1], true],
  ['one of the words', 'proxy ansible', 'An proxy', [0, 1], true],
  ['its first letter', 'xyzzy', 'Task [x] done', [1], false],
  ['its first letters', 'ansible', 'An apple', [0], false],
  ['a short word that it begins with', 'theorem', 'On the road', [1], false],
  ['a language that begins alike', 'C#', 'In C', [1], false],
])('a page with %s of the query %s: %s', (_, query, content, locations, isTrue) => {
  expect(isTrueMatch(found(content, locations), query)).toBe(isTrue);
});

test.each([
  ['title', { title: 'Two proxies' }, 'proxies'],
  ['tags', { tags: 'Go, Istio' }, 'istio'],
  ['day', { when: '2024-01-06/8' }, '2024'],
])('a word of the %s counts', (_, meta, query) => {
  expect(isTrueMatch(found('', [], meta), query)).toBe(true);
});
