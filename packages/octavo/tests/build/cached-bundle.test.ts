import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroConfig } from 'astro';
import { expect, test } from 'vitest';
import { bundleKey } from '../../src/build/bundle-key.ts';
import {
  bundledFiles,
  copyBundle,
  readBundle,
  saveBundle,
  type CachedBundle,
} from '../../src/build/cached-bundle.ts';
import { engineFolder } from '../../src/engine-folder.ts';
import { RUNTIME_IDS } from '../../src/owner/runtime-modules.ts';
import { context, folder, write } from '../helpers.ts';

/** Returns a project whose last build cached its bundle, without the record if `isInterrupted`. */
function built({
  reason,
  isInterrupted = false,
}: { reason?: string; isInterrupted?: boolean } = {}) {
  const root = folder({ 'dist/_astro/a.js': 'a', 'dist/_astro/b.png': 'b', 'src/a.ts': 'old' });
  mkdirSync(join(root, 'bundled'));
  const client = copyBundle(root, pathToFileURL(join(root, 'bundled/')), join(root, 'dist/_astro'));
  const bundle: CachedBundle = {
    ...{ key: bundleKey(context(root), []), entries: '', reason, styles: [], files: [] },
    config: {
      ...{ base: '/', trailingSlash: 'ignore', assets: '_astro', outDir: '', publicDir: '' },
      image: {} as AstroConfig['image'],
    },
    ...{ code: '', client },
  };
  if (!isInterrupted) saveBundle(root, bundle);
  return root;
}

test('a bundle is read while its code is the same', () => {
  const root = built();
  expect(readBundle(context(root)).bundle.entries).toBe('');
  write(root, { 'src/a.ts': 'new' });
  expect(() => readBundle(context(root))).toThrow('code, packages or the environment');
});

test('a bundle of an interrupted build is not read', () => {
  expect(() => readBundle(context(built({ isInterrupted: true })))).toThrow('no bundle');
});

test('a bundle of which something is damaged or missing is not read', () => {
  const missing = built();
  rmSync(join(missing, '.cache/octavo/bundle/client/a.js'));
  expect(() => readBundle(context(missing))).toThrow('a file of the bundle is missing');
  const damaged = built();
  write(damaged, { '.cache/octavo/bundle/bundle.json': '{' });
  expect(() => readBundle(context(damaged))).toThrow('no bundle');
});

test('a bundle that must be made in each build is not read', () => {
  expect(() => readBundle(context(built({ reason: 'tailwind' })))).toThrow('tailwind');
});

test('the files of a bundle are those of the blog, and import.meta.glob finds others', () => {
  const root = folder({ 'a.ts': 'a', 'node_modules/b.js': 'b', 'c.ts': 'import.meta.glob("*")' });
  const files = (...paths: string[]) =>
    bundledFiles(root, new Set([...paths.map((path) => join(root, path)), ...RUNTIME_IDS]));
  const others = join(engineFolder, 'index.ts');
  expect(files('a.ts', 'node_modules/b.js', 'gone.ts')).toEqual({ files: ['a.ts'] });
  expect(files('a.ts', 'c.ts').reason).toBe('import.meta.glob');
  expect(bundledFiles(root, new Set([...RUNTIME_IDS, others, '\0virtual']))).toEqual({ files: [] });
});

test('a bundle with entries in it cannot serve others', () => {
  expect(bundledFiles(folder(), new Set()).reason).toBe('content in the bundle');
});
