import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroConfig } from 'astro';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CachedBundle } from '../../src/build/cached-bundle.ts';
import { engineFolder } from '../../src/engine-folder.ts';
import { RUNTIME_IDS } from '../../src/owner/runtime-modules.ts';
import type { SiteConfig } from '../../src/settings/settings.ts';
import { context, folder, write } from '../helpers.ts';

interface Options {
  /** The files in the bundle, relative to the root folder. */
  files?: string[];
  modules?: readonly string[];
  reason?: string;
  settings?: Partial<SiteConfig>;
}

/** Returns a project with code, which gets no bundle of the package. */
const project = (files: Record<string, string> = {}) => folder({ 'src/a.ts': 'a', ...files });

/** Caches a bundle that Astro has made, in a new process. */
async function cached(
  root: string,
  { files = [], modules = RUNTIME_IDS, reason, settings }: Options = {},
): Promise<CachedBundle> {
  vi.resetModules();
  const { cacheBundle } = await import('../../src/build/cached-bundle.ts');
  write(root, { 'dist.next/.prerender/a.mjs': 'a', 'dist.next/_astro/a.js': 'a' });
  const all = [...modules, ...files.map((path) => join(root, path))];
  return cacheBundle(context(root, settings), new Set(all), {
    ...{ entries: '', reason, styles: [] },
    config: {
      ...{ base: '/', trailingSlash: 'ignore', assets: '_astro', publicDir: '' },
      ...{ image: {} as AstroConfig['image'], outDir: join(root, 'dist/') },
    },
  });
}

/** Reads the bundle of a project in a new process. */
async function read(root: string) {
  vi.resetModules();
  const { readBundle } = await import('../../src/build/cached-bundle.ts');
  return readBundle(context(root)).bundle;
}

async function key(root: string, settings: Partial<SiteConfig> = {}): Promise<string> {
  return (await cached(root, { files: ['shared/part.ts'], settings })).key;
}

afterEach(() => vi.unstubAllEnvs());

test('a bundle is read while its code is the same', async () => {
  const root = folder({ 'src/a.ts': 'old' });
  const bundle = await cached(root);
  expect(await read(root)).toEqual(bundle);
  expect(existsSync(join(root, '.cache/octavo/bundle/client/a.js'))).toBe(true);
  write(root, { 'src/a.ts': 'new' });
  await expect(read(root)).rejects.toThrow('code, packages or the environment');
});

test('a bundle is read while the files in it from elsewhere are the same', async () => {
  const root = project({ 'shared/part.ts': 'old' });
  await cached(root, { files: ['shared/part.ts'] });
  expect((await read(root)).files).toEqual(['shared/part.ts']);
  write(root, { 'shared/part.ts': 'new' });
  await expect(read(root)).rejects.toThrow('code, packages or the environment');
});

test('a bundle of an interrupted build, or with a damaged record, is not read', async () => {
  const interrupted = project({ '.cache/octavo/bundle/server/a.mjs': 'a' });
  await expect(read(interrupted)).rejects.toThrow('no bundle');
  const damaged = project();
  await cached(damaged);
  write(damaged, { '.cache/octavo/bundle/bundle.json': '{' });
  await expect(read(damaged)).rejects.toThrow('no bundle');
});

test('a bundle that must be made in each build is not read', async () => {
  const root = project();
  await cached(root, { reason: 'tailwind' });
  await expect(read(root)).rejects.toThrow('tailwind');
});

test('the files of a bundle are those of the blog, and import.meta.glob finds others', async () => {
  const root = folder({ 'a.ts': 'a', 'node_modules/b.js': 'b', 'c.ts': 'import.meta.glob("*")' });
  const bundle = await cached(root, { files: ['a.ts', 'node_modules/b.js', 'gone.ts'] });
  expect(bundle).toMatchObject({ files: ['a.ts'], reason: undefined });
  expect((await cached(root, { files: ['a.ts', 'c.ts'] })).reason).toBe('import.meta.glob');
  const others = [...RUNTIME_IDS, join(engineFolder, 'index.ts'), '\0virtual'];
  expect((await cached(root, { modules: others })).files).toEqual([]);
});

test('a bundle with entries in it cannot serve others', async () => {
  expect((await cached(folder(), { modules: [] })).reason).toBe('content in the bundle');
});

describe('the key of a bundle changes', () => {
  test.each([
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'postcss.config.mjs',
    '.env.production',
    'shared/part.ts',
    'src/content.config.ts',
    'src/overrides/PostMeta.astro',
    'src/pages/about.astro',
    'src/middleware.ts',
    'src/styles/theme.css',
  ])('with %s: its text, and whether it is there', async (path) => {
    const root = folder();
    const none = await key(root);
    write(root, { [path]: 'old' });
    const old = await key(root);
    write(root, { [path]: 'newer' });
    expect(new Set([none, old, await key(root)]).size).toBe(3);
  });

  test('with what astro.config imports', async () => {
    const root = folder({ 'astro.config.ts': `import './part.ts';`, 'part.ts': 'old' });
    const old = await key(root);
    write(root, { 'part.ts': 'new' });
    expect(await key(root)).not.toBe(old);
  });

  test.each<Partial<SiteConfig>>([
    { url: 'https://example.org/' },
    { url: 'https://example.com/blog/' },
    { search: false },
    { permalink: '/:year/:slug/' },
  ])('with the settings %o', async (config) => {
    const root = folder();
    expect(await key(root, config)).not.toBe(await key(root));
  });

  test('with a variable of the environment that code names', async () => {
    const root = folder({ 'src/pages/a.astro': '{import.meta.env.PUBLIC_STAGE}' });
    const before = await key(root);
    vi.stubEnv('PUBLIC_OTHER', 'a');
    expect(await key(root)).toBe(before);
    vi.stubEnv('PUBLIC_STAGE', 'a');
    expect(await key(root)).not.toBe(before);
  });
});

test.each([
  'src/content/posts/a.md',
  'src/content/posts/a.mdx',
  'src/content/posts/a/picture.PNG',
  'src/site.config.ts',
  'public/picture.png',
  'notes.txt',
])('the key of a bundle does not change with %s', async (path) => {
  const root = folder();
  const before = await key(root);
  write(root, { [path]: 'new' });
  expect(await key(root)).toBe(before);
});

test('the key of a bundle does not change with settings that it reads when it is loaded', async () => {
  const root = folder();
  const others = { title: 'Other', language: 'de', strings: { archive: 'All' } };
  expect(await key(root, others)).toBe(await key(root));
});
