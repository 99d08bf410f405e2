import { describe, expect, test } from 'vitest';
import { ar } from '../../src/strings/ar.ts';
import { de } from '../../src/strings/de.ts';
import { en } from '../../src/strings/en.ts';
import { ja } from '../../src/strings/ja.ts';
import { stringsFor } from '../../src/strings/strings.ts';

describe('the words of the interface', () => {
  test.each([
    ['en', en],
    ['en-GB', en],
    ['de', de],
    ['de-AT', de],
    ['DE', de],
    ['ja', ja],
    ['ja-JP', ja],
    ['ar', ar],
    ['ar-EG', ar],
    ['fr', en],
    ['ku-Arab', en],
  ])('for %s are those of its language, else English', (language, strings) => {
    expect(stringsFor(language)).toEqual(strings);
  });

  describe.each(Object.entries({ ar, de, ja }))('in %s', (_, strings) => {
    test.each(Object.entries(en))('say %s in words of its own, with what they are about', (key) => {
      const say = strings[key as keyof typeof en] as unknown;
      const english = en[key as keyof typeof en] as unknown;
      expect(typeof say).toBe(typeof english);
      const said = typeof say === 'function' ? say('41', '42') : say;
      expect(said.trim()).not.toBe('');
      if (typeof say === 'function') expect(said).toContain('41');
    });
  });

  test.each([
    ['en', 1, '1 min', '1 minute to read', '1 post'],
    ['en', 8, '8 min', '8 minutes to read', '8 posts'],
    ['de', 1, '1 Min.', '1 Minute Lesezeit', '1 Beitrag'],
    ['de', 8, '8 Min.', '8 Minuten Lesezeit', '8 Beiträge'],
    ['ja', 8, '8 分', '読了時間 8 分', '8 件の記事'],
  ])('in %s count %i', (language, count, minutes, toRead, posts) => {
    const strings = stringsFor(language);
    expect(strings.minutes(count)).toBe(minutes);
    expect(strings.minutesToRead(count)).toBe(toRead);
    expect(strings.postCount(count)).toBe(posts);
  });
});
