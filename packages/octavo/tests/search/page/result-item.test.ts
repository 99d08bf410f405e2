import { expect, test } from 'vitest';
import { counted } from '../../../src/search/page/result-item.ts';

test.each([
  ['en', { one: '# result', other: '# results' }, 1, '1 result'],
  ['en', { one: '# result', other: '# results' }, 12, '12 results'],
  ['ja', { other: '# 件' }, 3, '3 件'],
  ['ar', { two: 'نتيجتان', other: '# نتيجة' }, 2, 'نتيجتان'],
  ['en', {}, 3, '3'],
  ['fa', { other: '# نتیجه' }, 12, '۱۲ نتیجه'],
])('in %s, %j counts %d as %s', (language, forms, count, text) => {
  expect(counted(forms, count, language)).toBe(text);
});
