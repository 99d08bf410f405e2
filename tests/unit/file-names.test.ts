import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { repository } from '../docs.ts';

/** Names of devices, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;
/** The paths of Windows have up to 260 characters; a clone is in a folder of its own. */
const LONGEST = 180;

/** Returns the file paths that Windows refuses. */
function refused(paths: readonly string[]): string[] {
  return paths.filter(
    (path) =>
      path.length > LONGEST ||
      path.split('/').some((name) => /[:*?"<>|\\\0-\x1f]|[. ]$/.test(name) || RESERVED.test(name)),
  );
}

/** Returns the paths, files or folders, that differ only in case or in the form of their accents. */
function colliding(paths: readonly string[]): string[] {
  const all = paths.flatMap((path) => {
    const parts = path.split('/');
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  });
  const keyOf = (path: string) => path.normalize('NFC').toLowerCase();
  return [...Map.groupBy(new Set(all), keyOf).values()].filter((same) => same.length > 1).flat();
}

describe('the names of the files of the repository', () => {
  const output = execFileSync('git', ['ls-files', '-z'], { cwd: repository, encoding: 'utf8' });
  const files = output.split('\0').filter(Boolean);

  test('are names on Windows too', () => {
    expect(files.length).toBeGreaterThan(1000);
    expect(refused(files)).toEqual([]);
  });

  test('are distinct where case does not count', () => {
    expect(colliding(files)).toEqual([]);
  });

  test('would be refused', () => {
    const names = ['a/nul', 'aux.md', 'COM1.txt', 'a/b:c', 'a?', 'a.', 'b /c', 'x|y', 'a\\b'];
    expect(refused(names)).toEqual(names);
    expect(refused(['con/x'])).toEqual(['con/x']);
    expect(refused(['console.ts', 'a.b/c', 'größe.md', 'c++.md', '.gitignore'])).toEqual([]);
    expect(refused(['a'.repeat(LONGEST + 1)])).toHaveLength(1);
    expect(colliding(['a/B.md', 'A/c.md', 'd.md'])).toEqual(['a', 'A']);
  });
});
