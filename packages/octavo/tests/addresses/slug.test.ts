import { describe, expect, test } from 'vitest';
import { slugify } from '../../src/addresses/slug.ts';

describe('a slug', () => {
  test.each([
    ['lower case', 'Hello', 'hello'],
    ['plus signs kept', 'C++', 'c++'],
    ['# as sharp', 'C#', 'csharp'],
    ['a full stop kept', 'Node.js', 'node.js'],
    ['a full stop at the start as dot', '.NET', 'dotnet'],
    ['several of them as one', '..config', 'dotconfig'],
    ['one behind what is dropped as dot', ' “.env” files', 'dotenv-files'],
    ['underscores and hyphens kept', 'snake_case-name', 'snake_case-name'],
    ['hyphens in a row kept', 'a--b', 'a--b'],
    ['German letters kept', 'Größe', 'größe'],
    ['a capital ß as a small one', 'GRÖẞE', 'größe'],
    ['a Greek final sigma in lower case', 'ΟΔΟΣ', 'οδος'],
    ['Japanese kept', '日本語', '日本語'],
    ['Arabic with its vowel marks', 'العَرَبِيَّة', 'العَرَبِيَّة'],
    ['Devanagari with its marks', 'हिन्दी', 'हिन्दी'],
    ['Thai with its marks', 'ภาษาไทย', 'ภาษาไทย'],
    ['digits of any script', '٢٠٢٤ २०२४', '٢٠٢٤-२०२४'],
    ['apostrophes dropped', 'What’s new?', 'whats-new'],
    ['slashes dropped', 'TCP/IP', 'tcpip'],
    ['an ampersand dropped', 'Q&A', 'qa'],
    ['percent and at signs dropped', '50% @home', '50-home'],
    ['a way out of the folder closed', '../etc', 'dotetc'],
  ])('has %s: %s', (_, name, slug) => {
    expect(slugify(name)).toBe(slug);
  });

  test('is composed (NFC), however the name was typed', () => {
    expect(slugify('Gro\u0308ße')).toBe('gr\u00F6ße');
    expect(slugify('e\u0301')).toBe('\u00E9');
  });

  test('keeps a combining mark that has no composed letter', () => {
    expect(slugify('x\u0304')).toBe('x\u0304');
  });

  test.each([
    ['a space', 'a b'],
    ['spaces', 'a   b'],
    ['tabs and line ends', 'a\t\r\n b'],
    ['a no-break space', 'a\u00A0b'],
    ['an ideographic space', 'a\u3000b'],
    ['punctuation between spaces', 'a & b'],
    ['a hyphen between spaces', 'a - b'],
    ['a dash between spaces', 'a — b'],
    ['an emoji between spaces', 'a 🎉 b'],
    ['space around all', '  a b\n'],
    ['punctuation around all', '¡ a b !'],
  ])('has one hyphen for %s', (_, name) => {
    expect(slugify(name)).toBe('a-b');
  });

  test.each([
    ['nothing', ''],
    ['white space', ' \t\n'],
    ['emoji', '🎉 👩‍💻'],
    ['punctuation', '!?&'],
    ['one dot', '.'],
    ['two dots, the folder above', '..'],
    ['more dots', '...'],
    ['dots apart from what is dropped', '!..'],
  ])('is empty for %s', (_, name) => {
    expect(slugify(name)).toBe('');
  });

  test.each([
    ['is empty for an emoji that is a symbol with a variation selector', '❤️', ''],
    ['is empty for several such', '❤️ ☀️', ''],
    ['has no trace of such an emoji before a name', '⚙️ Tools', 'tools'],
  ])('%s', (_, name, slug) => {
    expect(slugify(name)).toBe(slug);
  });

  test.each(['C++', 'Größe', 'हिन्दी', 'a & b', 'İstanbul', '.NET 8'])(
    'of a slug is the same: %s',
    (name) => {
      expect(slugify(slugify(name))).toBe(slugify(name));
    },
  );
});
