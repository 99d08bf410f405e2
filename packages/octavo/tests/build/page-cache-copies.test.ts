import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { PageCache } from '../../src/build/page-cache.ts';
import { SiteFiles } from '../../src/build/site-files.ts';
import { folder } from '../helpers.ts';

vi.mock('node:fs', async (original) => ({
  ...(await original<typeof import('node:fs')>()),
  linkSync: () => {
    throw new Error('no hard links');
  },
}));

test('a page is reused, build after build, on a file system without hard links', () => {
  const root = folder({ 'dist/a.html': 'page' });
  const pagesOf = () => {
    const next = new SiteFiles(join(root, 'dist.next'), join(root, 'public'));
    return new PageCache({ root, last: join(root, 'dist'), next });
  };
  const first = pagesOf();
  first.add('a.html', { key: 'key', assets: [] });
  first.save();
  for (const build of [1, 2]) {
    const pages = pagesOf();
    expect([build, pages.reuse('a.html', 'key')]).toEqual([build, true]);
    expect(readFileSync(join(root, 'dist.next/a.html'), 'utf8')).toBe('page');
    rmSync(join(root, 'dist'), { recursive: true });
    renameSync(join(root, 'dist.next'), join(root, 'dist'));
    pages.save();
  }
});
