import {
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PageCache } from '../../src/build/page-cache.ts';
import { folder, write } from '../helpers.ts';

const PATH = 'posts/a/index.html';

/** Returns the pages of a project that is being built. */
function pagesOf(root: string, isWhole = false): PageCache {
  return new PageCache({ root, last: join(root, 'dist'), next: join(root, 'dist.next'), isWhole });
}

/** Returns a project that was built once, with one page. */
function built(assets: string[] = []): string {
  const root = folder({ [`dist/${PATH}`]: 'page', 'dist/_astro/a.png': 'png' });
  const pages = pagesOf(root);
  pages.add(PATH, { key: 'key', assets });
  pages.save();
  return root;
}

test('a whole site gets copies of the pages of the same key', () => {
  const root = built();
  const pages = pagesOf(root, true);
  expect(pages.reuse(PATH, 'key')).toBe(true);
  expect([pages.kept.size, pages.has(PATH), pages.read(PATH).toString()]).toEqual([
    0,
    true,
    'page',
  ]);
  const [last, next] = ['dist', 'dist.next'].map((site) => statSync(join(root, site, PATH)));
  expect(next!.ino).not.toBe(last!.ino);
  rmSync(join(root, 'dist'), { recursive: true });
  renameSync(join(root, 'dist.next'), join(root, 'dist'));
  pages.save();
  expect(pagesOf(root).reuse(PATH, 'key')).toBe(true);
});

test('a page of the same key is kept where it is, build after build', () => {
  const root = built();
  for (const build of [1, 2]) {
    const pages = pagesOf(root);
    expect([build, pages.reuse(PATH, 'key')]).toEqual([build, true]);
    expect(pages.kept).toEqual(new Set([PATH]));
    expect([pages.has(PATH), pages.read(PATH).toString()]).toEqual([true, 'page']);
    expect(existsSync(join(root, 'dist.next'))).toBe(false);
    pages.save();
  }
});

test.each<[string, (file: string) => void, boolean]>([
  ['is the same', () => undefined, true],
  ['has another size', (file) => writeFileSync(file, 'longer'), false],
  ['has another time', (file) => utimesSync(file, 1, 1), false],
  ['is missing', (file) => rmSync(file), false],
])('the copy of a file is kept if the file %s', (_, change, isKept) => {
  const root = folder({ 'dist/a.png': 'png', 'public/a.png': 'png' });
  for (const file of ['dist/a.png', 'public/a.png']) utimesSync(join(root, file), 2, 2);
  change(join(root, 'public/a.png'));
  const pages = pagesOf(root);
  expect(pages.reuseCopy('a.png', join(root, 'public/a.png'))).toBe(isKept);
  expect(pages.kept.has('a.png')).toBe(isKept);
});

test('a page that was deleted before the record was saved is made again', () => {
  const root = folder({ 'dist/index.html': 'page' });
  const pages = pagesOf(root);
  pages.add(PATH, { key: 'key', assets: [] });
  pages.save();
  expect(pagesOf(root).reuse(PATH, 'key')).toBe(false);
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
  expect(pagesOf(root).reuse(PATH, 'key')).toBe(false);
});

test('a page of another key, or of none before, is made again', () => {
  const root = built();
  expect(pagesOf(root).reuse(PATH, 'other')).toBe(false);
  expect(pagesOf(root).reuse('posts/b/index.html', 'key')).toBe(false);
});

test('a page that is always made is not cached', () => {
  const root = folder({ [`dist/${PATH}`]: 'page' });
  const pages = pagesOf(root);
  pages.add(PATH, { key: undefined, assets: [] });
  pages.save();
  expect(readFileSync(join(root, '.cache/octavo/pages.json'), 'utf8')).not.toContain(PATH);
});

test('the assets of pages are known, whether they are made or taken over', () => {
  const root = built(['_astro/a.png', '_astro/none.png']);
  const pages = pagesOf(root);
  expect(pages.reuse(PATH, 'key')).toBe(true);
  pages.add('posts/b/index.html', { key: undefined, assets: ['_astro/b.png'] });
  expect(pages.assets()).toEqual(new Set(['_astro/a.png', '_astro/b.png']));
  for (const asset of pages.assets()) pages.reuseAsset(asset);
  expect(pages.kept).toEqual(new Set([PATH, '_astro/a.png']));
});

test('a page whose assets are gone is made again', () => {
  const root = built(['_astro/a.png']);
  rmSync(join(root, 'dist/_astro/a.png'));
  expect(pagesOf(root).reuse(PATH, 'key')).toBe(false);
});
