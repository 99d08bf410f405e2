import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatDiagnostic } from '../../src/diagnostics/diagnostic.ts';
import {
  OVERRIDABLE,
  originalOf,
  replacementFiles,
  replacementOf,
  SLOTS,
  unknownReplacements,
} from '../../src/owner/overridable.ts';
import { folder } from '../helpers.ts';

describe('what a blog may replace', () => {
  const replacements = [
    ...Object.keys(OVERRIDABLE).map((name) => `src/overrides/${name}.astro`),
    ...SLOTS.map((name) => `src/slots/${name}.astro`),
  ];

  test.each(replacements)('%s has an original, which it replaces', (replacement) => {
    const original = originalOf(replacement)!;
    expect(existsSync(`packages/octavo/src/${original}`)).toBe(true);
    expect(replacementOf(original)).toBe(replacement);
  });

  test.each(['src/overrides/Prose.astro', 'src/overrides/head.astro', 'src/slots/Cover.astro'])(
    '%s replaces nothing',
    (path) => {
      expect(originalOf(path)).toBeUndefined();
    },
  );
});

test('an unknown file or folder is an error with a suggestion', () => {
  const paths = ['src/overrides/Cover.astro', 'src/overrides/Covr.astro', 'src/slots/Head.astro'];
  expect(
    unknownReplacements([...paths, 'src/overrides/a/Cover.astro']).map(formatDiagnostic),
  ).toEqual(
    [
      'src/overrides/Covr.astro:1:1  unknown component Covr.astro; did you mean Cover.astro?',
      'src/slots/Head.astro:1:1  unknown slot Head.astro; did you mean head.astro?',
      'src/overrides/a/Cover.astro:1:1  unknown component a/Cover.astro; did you mean Cover.astro?',
    ].map((line) => `${line}; Overrides and slots in the manual has the list`),
  );
});

test('the files of a blog are found without bases and other hidden files', () => {
  const root = folder({
    'src/overrides/.base/Cover.astro': '',
    'src/overrides/.DS_Store': '',
    'src/overrides/PostMeta.astro': '',
    'src/overrides/Cover.astro': '',
    'src/slots/head.astro': '',
  });
  expect(replacementFiles(root)).toEqual([
    'src/overrides/Cover.astro',
    'src/overrides/PostMeta.astro',
    'src/slots/head.astro',
  ]);
});
