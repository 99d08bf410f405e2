import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KeptPages } from '../../../src/build/kept-pages.ts';
import { folder, write } from '../helpers.ts';

const PATH = 'posts/a/index.html';

/** Returns the pages of a project that is being built. */
function pagesOf(root: string): KeptPages {
  return new KeptPages({ root, last: join(root, 'dist'), next: join(root, 'dist.next') });
}

/** Returns a project that was built once, with one page. */
function built(assets: string[] = []): string {
  const root = folder({ [`dist/${PATH}`]: 'page', 'dist/_astro/a.png': 'png' });
  const pages = pagesOf(root);
  pages.add(PATH, { key: 'key', assets });
  pages.save();
  return root;
}

const next = (root: string, path = PATH) => readFileSync(join(root, 'dist.next', path), 'utf8');

test('a page of the same key is taken over, build after build', () => {
  const root = built();
  for (const build of [1, 2]) {
    const pages = pagesOf(root);
    expect([build, pages.takeOver(PATH, 'key')]).toEqual([build, true]);
    expect(next(root)).toBe('page');
    rmSync(join(root, 'dist'), { recursive: true });
    renameSync(join(root, 'dist.next'), join(root, 'dist'));
    pages.save();
  }
});

test.each<[string, (root: string) => void]>([
  ['somebody wrote to', (root) => writeFileSync(join(root, 'dist', PATH), 'other')],
  [
    'somebody wrote to without a change of size',
    (root) => {
      const { mtimeMs } = statSync(join(root, 'dist', PATH));
      writeFileSync(join(root, 'dist', PATH), 'ages');
      utimesSync(join(root, 'dist', PATH), new Date(), new Date(mtimeMs + 1000));
    },
  ],
  ['is gone', (root) => rmSync(join(root, 'dist', PATH))],
  [
    'is of a record that cannot be read',
    (root) => write(root, { '.cache/octavo/pages.json': '{' }),
  ],
  [
    'is of a record of another form',
    (root) => write(root, { '.cache/octavo/pages.json': '{"version":0,"pages":{}}' }),
  ],
])('a page that %s is made again', (_, change) => {
  const root = built();
  change(root);
  expect(pagesOf(root).takeOver(PATH, 'key')).toBe(false);
});

test('a page of another key, or of none before, is made again', () => {
  const root = built();
  expect(pagesOf(root).takeOver(PATH, 'other')).toBe(false);
  expect(pagesOf(root).takeOver('posts/b/index.html', 'key')).toBe(false);
});

test('what the public folder has at the place of a page stays', () => {
  const root = built();
  write(root, { [`dist.next/${PATH}`]: 'public' });
  expect(pagesOf(root).takeOver(PATH, 'key')).toBe(true);
  expect(next(root)).toBe('public');
});

test('the assets of pages are known, whether they are made or taken over', () => {
  const root = built(['a.png']);
  const pages = pagesOf(root);
  pages.takeOver(PATH, 'key');
  pages.add('posts/b/index.html', { key: '', assets: ['b.png'] });
  expect(pages.assets()).toEqual(new Set(['a.png', 'b.png']));
  pages.takeOverAsset('_astro/a.png');
  expect(next(root, '_astro/a.png')).toBe('png');
});
