import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { requireCache, requirePathForVite } from '../../src/cli/require-cache.ts';
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

test.each([
  ['/c#/blog/', '#'],
  ['/a?/blog/', '?'],
])('a blog at %s is an error of the use', (root, character) => {
  const message = `${root}: Vite does not support ${character} in paths; rename the folder`;
  expect(() => {
    requirePathForVite(root);
  }).toThrow(message);
  expect(requirePathForVite('/a b/ä[1]%20/blog/')).toBeUndefined();
});
