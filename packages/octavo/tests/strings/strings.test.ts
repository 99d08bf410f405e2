import { describe, expect, test } from 'vitest';
import { ARGUMENTS, LANGUAGES, stringsFor, type Template } from '../../src/strings/strings.ts';

const en = LANGUAGES['en']!;

describe('the strings of the interface', () => {
  test.each([
    ['en', 'Archive'],
    ['en-GB', 'Archive'],
    ['de-AT', 'Archiv'],
    ['DE', 'Archiv'],
    ['ja-JP', 'アーカイブ'],
    ['ar-EG', 'الأرشيف'],
    ['pt', 'Arquivo'],
    ['pt-PT', 'Arquivo'],
    ['zh', '归档'],
    ['zh-Hans-SG', '归档'],
    ['zh-TW', '彙整'],
    ['zh-HK', '彙整'],
    ['zh-Hant', '彙整'],
    ['fa-AF', 'بایگانی'],
    ['iw', 'ארכיון'],
    ['nb', 'Archive'],
    ['ku-Arab', 'Archive'],
    ['hi-Latn', 'Archive'],
  ])('for %s are those of its language and script, else English', (language, archive) => {
    expect(stringsFor({ language }).archive).toBe(archive);
  });

  test.each([
    ['en', 0, '0 min', '0 posts'],
    ['en', 1, '1 min', '1 post'],
    ['en', 1234, '1,234 min', '1,234 posts'],
    ['fr', 0, '0 min', '0 article'],
    ['fr', 1_000_000, '1\u202f000\u202f000 min', '1\u202f000\u202f000 d’articles'],
    ['de', 1, '1 Min.', '1 Beitrag'],
    ['ja', 8, '8 分', '8 件の記事'],
    ['ru', 21, '21 мин', '21 запись'],
    ['ru', 22, '22 мин', '22 записи'],
    ['he', 2, '2 דק׳', 'שני פוסטים'],
    ['fa', 12, '۱۲ دقیقه', '۱۲ نوشته'],
    // English, by the rules of English.
    ['th', 1, '1 min', '1 post'],
  ])('in %s count %i', (language, count, minutes, posts) => {
    const strings = stringsFor({ language });
    expect(strings.minutes(count)).toBe(minutes);
    expect(strings.postCount(count)).toBe(posts);
  });

  test('have values in place of placeholders, as they are written', () => {
    expect(stringsFor({ language: 'en' }).pageTitle('{page} $&', 2)).toBe('{page} $&, page 2');
    expect(stringsFor({ language: 'ja' }).partOf(2, 3)).toBe('全3回の第2回');
  });

  test('are replaced by those of the settings: text or plural forms', () => {
    const { archive, minutes, postCount, tags } = stringsFor({
      language: 'ru',
      strings: {
        archive: 'Всё',
        minutes: '~{count} мин',
        postCount: { one: '{count} пост', few: '{count} поста', other: '{count} постов' },
      },
    });
    expect([archive, minutes(5), tags]).toEqual(['Всё', '~5 мин', 'Теги']);
    expect([1, 2, 5].map(postCount)).toEqual(['1 пост', '2 поста', '5 постов']);
  });
});

/** The keys of words that a language shares with English. */
const SHARED: Record<string, string[]> = {
  cs: ['minutes', 'tip', 'diagram'],
  de: ['via', 'feeds', 'filter'],
  es: ['minutes', 'series', 'feeds'],
  fr: ['pageTitle', 'minutes', 'notes', 'via', 'important'],
  id: ['filter', 'diagram'],
  it: ['minutes', 'via'],
  nl: ['tags', 'via', 'feeds', 'filter', 'tip', 'diagram'],
  pl: ['minutes', 'diagram'],
  'pt-BR': ['posts', 'minutes', 'postCount', 'tags', 'via', 'feeds'],
  sv: ['minutes', 'via', 'filter', 'diagram'],
};

const INTEGERS = [...Array.from({ length: 1000 }, (_, index) => index), 1_000_000];

const formsOf = (template: Template) =>
  typeof template === 'string' ? { other: template } : template;

describe.each(Object.entries(LANGUAGES))('the strings in %s', (language, strings) => {
  const byCategory = Map.groupBy(INTEGERS, (number) =>
    new Intl.PluralRules(language).select(number),
  );
  const keysWhere = (isSo: (template: Template, key: string) => boolean) =>
    Object.entries(strings).flatMap(([key, template]) => (isSo(template, key) ? key : []));

  test('have the keys of English', () => {
    const keys = Object.keys(strings);
    const missing = Object.keys(en).filter((key) => !keys.includes(key));
    expect(missing, `missing in strings/${language}.json`).toEqual([]);
    const unknown = keys.filter((key) => !(key in en));
    expect(unknown, `in strings/${language}.json, but not in en.json`).toEqual([]);
  });

  test('have the placeholders of English, but where the number is in the words', () => {
    const differ = keysWhere((template, key) => {
      const names: readonly string[] = ARGUMENTS[key as keyof typeof ARGUMENTS] ?? [];
      return Object.entries(formsOf(template)).some(([category, text]) => {
        const found = [...text.matchAll(/\{(.*?)\}/g)].map(([, name]) => name);
        const isOneNumber = byCategory.get(category as Intl.LDMLPluralRule)?.length === 1;
        if (isOneNumber && found.length === 0) return false;
        return found.toSorted().join() !== names.toSorted().join();
      });
    });
    expect(differ).toEqual([]);
  });

  test('have text, in a form for each plural category of integers and for others', () => {
    const categories = [...new Set([...byCategory.keys(), 'other'])].sort();
    const differ = keysWhere((template) => {
      if (typeof template === 'string') return template.trim() === '';
      return Object.keys(template).sort().join() !== categories.join();
    });
    expect(differ).toEqual([]);
  });

  test.skipIf(language === 'en')('differ from English, but for words that they share', () => {
    const same = keysWhere(
      (template, key) => formsOf(template).other === formsOf(en[key as keyof typeof en]!).other,
    );
    expect(same).toEqual(SHARED[language] ?? []);
  });
});
