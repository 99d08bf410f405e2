import { describe, expect, test } from 'vitest';
import { isLanguage, languageAttributes } from '../../src/words/language.ts';

test.each([
  ['en', true],
  ['pt-BR', true],
  ['zh-Hant', true],
  ['de_DE', false],
  ['english', false],
  ['', false],
])('isLanguage: %j is %j', (tag, expected) => {
  expect(isLanguage(tag)).toBe(expected);
});

describe('languageAttributes', () => {
  test.each([
    ['has none without a language', undefined, {}],
    ['has none for that of the site', 'en', {}],
    ['has the language and its direction', 'ar', { lang: 'ar', dir: 'rtl' }],
    ['has the direction in any case', 'de', { lang: 'de', dir: 'ltr' }],
  ])('%s', (_, lang, expected) => {
    expect(languageAttributes({ lang }, { language: 'en' })).toEqual(expected);
  });
});
