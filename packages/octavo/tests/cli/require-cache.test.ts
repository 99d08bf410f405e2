import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { requireCache } from '../../src/cli/require-cache.ts';
import { folder } from '../helpers.ts';

describe('a cache', () => {
  test('is made if there is none', () => {
    const root = folder();
    requireCache(root);
    expect(existsSync(join(root, '.cache/octavo'))).toBe(true);
    requireCache(root);
  });

  test.each(['.cache', '.cache/octavo', '.cache/astro'])(
    'that cannot be written is an error of the use: %s',
    (path) => {
      // A file in its place, since the superuser may write everywhere.
      const root = folder({ [path]: '' });
      expect(() => {
        requireCache(root);
      }).toThrow(/^\.cache\/: cannot be written; change its permissions \(E[A-Z]+: .*\)$/);
    },
  );
});
