import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  fontPackage,
  fontsFor,
  inOrder,
  installedFonts,
  missingGlyphs,
  parseRanges,
} from '../../src/cards/fonts.ts';
import { folder } from '../helpers.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

test.each([
  ['U+41', [[0x41, 0x41]]],
  [
    'U+0000-00FF,U+0131',
    [
      [0, 0xff],
      [0x131, 0x131],
    ],
  ],
  [
    'u+1f600-1f64f, U+FE0F',
    [
      [0x1f600, 0x1f64f],
      [0xfe0f, 0xfe0f],
    ],
  ],
])('reads the ranges of %s', (list, ranges) => {
  expect(parseRanges(list)).toEqual(ranges);
});

describe('the order in which families are asked for a character', () => {
  const packages = [
    'noto-sans-tc',
    'noto-sans-jp',
    'noto-sans-thai',
    'noto-sans-sc',
    'noto-sans',
    'noto-sans-kr',
  ];

  test.each([
    ['en', 'noto-sans-jp'],
    ['ja', 'noto-sans-jp'],
    ['zh', 'noto-sans-sc'],
    ['zh-Hans', 'noto-sans-sc'],
    ['zh-TW', 'noto-sans-tc'],
    ['zh-Hant-HK', 'noto-sans-tc'],
    ['ko', 'noto-sans-kr'],
  ])('takes the Han characters of %s from %s', (language, family) => {
    const order = inOrder(packages, language);
    expect(order.slice(0, 3)).toEqual(['noto-sans', 'noto-sans-thai', family]);
    expect([...order].sort()).toEqual([...packages].sort());
  });
});

describe('the fonts of a title', () => {
  const fonts = installedFonts([root], 'en');
  const families = (text: string) => [
    ...new Set(fontsFor(text, fonts).map(({ family }) => family)),
  ];

  test.each([
    ['Analyzing Go', ['noto-sans']],
    ['Größe, Ελλάδα, Привет, हिन्दी', ['noto-sans']],
    ['日本語', ['noto-sans-jp']],
    ['한국어', ['noto-sans-kr']],
    ['مرحبا', ['noto-sans-arabic']],
    ['שלום', ['noto-sans-hebrew']],
    ['Ship 🚀', ['noto-sans', 'emoji']],
    ['✨ 🇩🇪 1️⃣ 👩‍💻', ['noto-sans', 'emoji']],
    ['#1, 2 * 3 ©', ['noto-sans']],
    ['a → b', ['noto-sans', 'noto-sans-jp']],
  ])('of “%s” are %j', (text, expected) => {
    expect(families(text)).toEqual(expected);
    expect(missingGlyphs(text, fonts)).toEqual([]);
  });

  test('are only the slices that the text needs, where a family is large', () => {
    const all = fonts.files.filter(({ family }) => family === 'noto-sans-jp');
    expect(all.length).toBeGreaterThan(100);
    expect(fontsFor('日', fonts)).toHaveLength(1);
  });

  test('leave out a script that nothing is installed for, and say its letters', () => {
    expect(missingGlyphs('Go ไทย', fonts)).toEqual(['ไ', 'ท', 'ย']);
  });
});

describe('the installed fonts', () => {
  const installed = (version: string) => {
    const scope = 'node_modules/@fontsource-variable/noto-sans-thai';
    return {
      'node_modules/twemoji-colr-font/twemoji.woff2': '',
      [`${scope}/package.json`]: JSON.stringify({ version }),
      [`${scope}/unicode.json`]: JSON.stringify({ thai: 'U+0E01-0E5B', latin: 'U+0000-00FF' }),
      [`${scope}/files/noto-sans-thai-thai-wght-normal.woff2`]: '',
    };
  };

  test('are those of the blog and those of the engine', () => {
    const fonts = installedFonts([folder(installed('1.0.0')), root], 'en');
    expect(fonts.files.map(({ family }) => family)).toContain('noto-sans');
    expect(missingGlyphs('Go ไทย', fonts)).toEqual([]);
  });

  test('are those of the blog, where the engine has others of the same family', () => {
    const [blog, engine] = [folder(installed('2.0.0')), folder(installed('1.0.0'))];
    expect(installedFonts([blog, engine], 'en').manifests).toEqual(['{"version":"2.0.0"}']);
  });
});

test.each([
  ['ไ', 'en', 'noto-sans-thai'],
  ['א', 'en', 'noto-sans-hebrew'],
  ['한', 'ja', 'noto-sans-kr'],
  ['か', 'en', 'noto-sans-jp'],
  ['語', 'en', 'noto-sans-jp'],
  ['語', 'zh-TW', 'noto-sans-tc'],
  ['→', 'en', 'noto-sans-symbols'],
])('the package with a font for %s, in a blog in %s, is %s', (character, language, name) => {
  expect(fontPackage(character, language)).toBe(`@fontsource-variable/${name}`);
});
