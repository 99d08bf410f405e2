import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { PageCache } from '../../src/build/page-cache.ts';
import { precompress } from '../../src/build/precompress.ts';
import type { SiteBuild } from '../../src/build/site-build.ts';
import { folder, write } from '../helpers.ts';

const LONG = 'A text of some length. '.repeat(100);

/** Compresses the files of `dist.next/` in a project. */
async function compress(root: string, keep: string[] = []): Promise<ReadonlySet<string>> {
  const build = { folder: join(root, 'dist.next/') } as SiteBuild['build'];
  const cache = new PageCache({ root, last: join(root, 'dist'), next: build.folder });
  for (const path of keep) cache.reuseAsset(path);
  await precompress(build, cache);
  return cache.kept;
}

test('text files from 1 KB on have compressed copies with the same content', async () => {
  const root = folder({
    'dist.next/index.html': LONG,
    'dist.next/posts/größe.md': LONG,
    'dist.next/short.html': 'A short text.',
    'dist.next/photo.webp': LONG,
    'dist.next/own.css': LONG,
    'dist.next/own.css.br': 'made by the owner',
  });
  await compress(root);
  const site = join(root, 'dist.next');
  const names = readdirSync(site, { recursive: true, encoding: 'utf8' });
  expect(names.filter((name) => /\.(?:br|gz)$/.test(name)).sort()).toEqual([
    'index.html.br',
    'index.html.gz',
    'own.css.br',
    'own.css.gz',
    join('posts', 'größe.md.br'),
    join('posts', 'größe.md.gz'),
  ]);
  expect(brotliDecompressSync(readFileSync(join(site, 'index.html.br'))).toString()).toBe(LONG);
  expect(gunzipSync(readFileSync(join(site, 'posts/größe.md.gz'))).toString()).toBe(LONG);
  expect(readFileSync(join(site, 'own.css.br'), 'utf8')).toBe('made by the owner');
});

test('copies of unchanged files are reused, and those of changed and deleted files are not', async () => {
  const names = ['same', 'changed', 'gone', 'kept'];
  const texts = Object.fromEntries(names.map((name) => [`${name}.html`, LONG]));
  const root = folder();
  write(join(root, 'dist.next'), texts);
  await compress(root);
  renameSync(join(root, 'dist.next'), join(root, 'dist'));
  // A copy with other bytes shows whether it is reused.
  for (const name of Object.keys(texts)) writeFileSync(join(root, 'dist', `${name}.br`), name);
  const changed = LONG.replace('some', 'same');
  write(join(root, 'dist.next'), { 'same.html': LONG, 'changed.html': changed });
  rmSync(join(root, 'dist/kept.html.gz'));
  const kept = await compress(root, ['kept.html']);
  expect([...kept].sort()).toEqual(['kept.html', 'kept.html.br', 'same.html.br', 'same.html.gz']);
  const site = join(root, 'dist.next');
  expect(gunzipSync(readFileSync(join(site, 'kept.html.gz'))).toString()).toBe(LONG);
  expect(brotliDecompressSync(readFileSync(join(site, 'changed.html.br'))).toString()).toBe(
    changed,
  );
  expect(statSync(join(site, 'gone.html.br'), { throwIfNoEntry: false })).toBeUndefined();
});
