import { expect, test } from 'vitest';
import { pluralForms } from '../../src/strings/plurals.ts';

test.each([
  ['en', { one: '# result', other: '# results' }],
  ['ja', { other: '# result' }],
])('%s has a form for each of its plural categories', (language, forms) => {
  expect(pluralForms((count) => (count === 1 ? '1 result' : `${count} results`), language)).toEqual(
    forms,
  );
});

test('Arabic has six', () => {
  expect(Object.keys(pluralForms(String, 'ar')).sort()).toEqual(
    ['zero', 'one', 'two', 'few', 'many', 'other'].sort(),
  );
});
