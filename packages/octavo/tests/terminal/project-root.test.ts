import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findProjectRoot } from '../../src/terminal/project-root.ts';

describe('the root folder of a blog', () => {
  const outside = mkdtempSync(join(tmpdir(), 'octavo-'));
  const blog = join(outside, 'blog');
  mkdirSync(join(blog, 'src/content/posts'), { recursive: true });
  writeFileSync(join(blog, 'src/site.config.ts'), '');

  test.each(['', 'src', 'src/content/posts'])('is found from its folder %j', (folder) => {
    expect(findProjectRoot(join(blog, folder))).toBe(`${blog}/`);
  });

  test('is not found from a folder outside', () => {
    const message = `not a blog: no src/site.config.ts in ${outside} or a folder above it`;
    expect(() => findProjectRoot(outside)).toThrow(
      expect.objectContaining({ name: 'UsageError', message, stack: '' }) as Error,
    );
  });
});
