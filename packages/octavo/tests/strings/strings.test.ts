import { describe, expect, test } from 'vitest';
import { ARGUMENTS, LANGUAGES, stringsFor } from '../../src/strings/strings.ts';

const en = LANGUAGES['en']!;

describe('the strings of the interface', () => {
  test.each([
    ['en', 'Archive'],
    ['en-GB', 'Archive'],
    ['de', 'Archiv'],
    ['de-AT', 'Archiv'],
    ['DE', 'Archiv'],
    ['ja', 'アーカイブ'],
    ['ja-JP', 'アーカイブ'],
    ['ar', 'الأرشيف'],
    ['ar-EG', 'الأرشيف'],
    ['fr', 'Archive'],
    ['ku-Arab', 'Archive'],
  ])('for %s are those of its language, else English', (language, archive) => {
    expect(stringsFor({ language }).archive).toBe(archive);
  });

  test('are replaced by those of the settings', () => {
    const strings = { archive: 'Alles' };
    expect(stringsFor({ language: 'de', strings })).toEqual({
      ...stringsFor({ language: 'de' }),
      ...strings,
    });
  });

  describe.each(Object.entries(LANGUAGES))('in %s', (language, strings) => {
    test('have the keys of English', () => {
      expect(Object.keys(strings)).toEqual(Object.keys(en));
    });

    test.each(Object.entries(strings))('have text and placeholders of %s', (key, template) => {
      const names: readonly string[] = ARGUMENTS[key as keyof typeof ARGUMENTS] ?? [];
      const forms = typeof template === 'string' ? { other: template } : template;
      const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
      expect(Object.keys(forms)).toContain('other');
      expect(pluralCategories).toEqual(expect.arrayContaining(Object.keys(forms)));
      for (const text of Object.values(forms)) {
        expect(text.trim()).not.toBe('');
        const found = [...text.matchAll(/\{(.*?)\}/g)].map(([, name]) => name);
        expect(found.toSorted()).toEqual(names.toSorted());
      }
    });
  });

  test.each([
    ['en', 0, '0 min', '0 minutes to read', '0 posts'],
    ['en', 1, '1 min', '1 minute to read', '1 post'],
    ['en', 8, '8 min', '8 minutes to read', '8 posts'],
    ['fr', 0, '0 min', '0 minutes to read', '0 posts'],
    ['de', 1, '1 Min.', '1 Minute Lesezeit', '1 Beitrag'],
    ['de', 8, '8 Min.', '8 Minuten Lesezeit', '8 Beiträge'],
    ['ja', 8, '8 分', '読了時間 8 分', '8 件の記事'],
  ])('in %s count %i', (language, count, minutes, toRead, posts) => {
    const strings = stringsFor({ language });
    expect(strings.minutes(count)).toBe(minutes);
    expect(strings.minutesToRead(count)).toBe(toRead);
    expect(strings.postCount(count)).toBe(posts);
  });

  test('have values in place of placeholders, as they are written', () => {
    expect(stringsFor({ language: 'en' }).pageTitle('{page} $&', 2)).toBe('{page} $&, page 2');
    expect(stringsFor({ language: 'ja' }).partOf(2, 3)).toBe('全3回の第2回');
  });
});
