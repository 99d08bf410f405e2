import { describe, expect, test } from 'vitest';
import { fontFamilies } from '../../src/owner/font-families.ts';
import type { SiteConfig } from '../../src/settings/settings.ts';
import { context } from '../helpers.ts';

const [LATIN, GREEK, CYRILLIC] = ['latin', 'greek', 'cyrillic'].map(
  (script) => `@fontsource-variable/noto-sans/files/noto-sans-${script}-wght-normal.woff2`,
) as [string, string, string];

const families = (fonts: SiteConfig['fonts']) =>
  fontFamilies(context(import.meta.dirname, { fonts }));

/** Returns the files of a family for text, in the order of their rules. */
const rules = (files: string[]) =>
  families({ text: { files } }).flatMap(({ options }) =>
    options.variants.flatMap(({ src }) => src),
  );

describe('the setting fonts', () => {
  test('has a token and a fallback for each part', () => {
    const text = { files: [LATIN], fallback: 'serif' as const };
    const all = families({ text, headings: { files: [GREEK] }, code: { files: [CYRILLIC] } });
    expect(all.map(({ cssVariable, fallbacks }) => [cssVariable, fallbacks?.join()])).toEqual([
      ['--font', 'serif'],
      ['--font-headings', 'sans-serif'],
      ['--font-code', 'monospace'],
    ]);
  });

  test('is empty by default', () => {
    expect(families(undefined)).toEqual([]);
  });

  test('begins with the first file, which is measured, and ends with it, which is preferred', () => {
    expect(rules([LATIN, GREEK, CYRILLIC])).toEqual([LATIN, CYRILLIC, GREEK, LATIN]);
  });

  test('leaves out files that the checks report', () => {
    expect(rules(['none.woff2', LATIN])).toEqual([LATIN, LATIN]);
    expect(families({ text: { files: ['none.woff2'] }, code: { files: [GREEK] } })).toHaveLength(1);
  });
});
