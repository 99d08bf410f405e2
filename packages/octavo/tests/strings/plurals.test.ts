import { expect, test } from 'vitest';
import { pluralForms } from '../../src/strings/plurals.ts';
import { stringsFor } from '../../src/strings/strings.ts';

test.each([
  ['en', { one: '# post', other: '# posts' }],
  ['ja', { other: '# 件の記事' }],
  ['fa', { one: '# نوشته', other: '# نوشته' }],
  ['fr', { one: '# article', many: '# d’articles', other: '# articles' }],
  ['pl', { one: '# wpis', few: '# wpisy', many: '# wpisów' }],
])('%s has a form for each of its plural categories', (language, forms) => {
  expect(pluralForms(stringsFor({ language }).postCount, language)).toEqual(forms);
});

test('Arabic has six', () => {
  expect(Object.keys(pluralForms(String, 'ar')).sort()).toEqual(
    ['zero', 'one', 'two', 'few', 'many', 'other'].sort(),
  );
});
