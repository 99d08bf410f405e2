import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Build } from '../../../src/build/finish.ts';
import { PageCache } from '../../../src/build/page-cache.ts';
import { replaceSite } from '../../../src/build/replace-site.ts';
import { searchIndex } from '../../../src/search/index/search-index.ts';
import type { SiteConfig } from '../../../src/settings/settings.ts';
import { blog, context, folder } from '../../helpers.ts';

const ENTRIES = {
  'posts/a.md': { title: 'A' },
  'posts/unlisted.md': { unlisted: true },
  'pages/about.md': { title: 'Testing, linking' },
  'pages/unlisted.md': { unlisted: true },
};

function hooksOf(
  entries: Parameters<typeof blog>[0],
  config: Partial<SiteConfig> = {},
  root = folder(),
) {
  const texts = new Map([
    ['posts/a.md', { words: '[[["word",1]],[]]', sections: '[["","",["Word."],[]]]' }],
  ]);
  const content = { blogs: () => [blog(entries, config)], searchTexts: () => texts };
  const next = join(root, 'dist.next');
  const cache = new PageCache({ root, last: join(root, 'dist'), next });
  const site = { build: { version: '1', folder: next } as Build, cache };
  return { cache, ...searchIndex(context(root, config), content, () => site).hooks };
}

/** Runs a hook with the part of its parameters that the search index reads. */
async function run(hooks: object, name: string, parameters: object): Promise<void> {
  await (hooks as Record<string, (parameters: object) => unknown>)[name]!(parameters);
}

/** Returns the files that a build of entries writes. */
async function written(...args: Parameters<typeof hooksOf>): Promise<string[]> {
  const [entries, config, root = folder()] = args;
  await run(hooksOf(entries, config, root), 'astro:build:done', {});
  return globSync('**/*.*', { cwd: join(root, 'dist.next') }).sort();
}

test.each(['en', 'pt-BR', 'ja'])(
  'a build writes the index of its language: %s',
  async (language) => {
    expect(await written(ENTRIES, { language })).toEqual(
      ['index.json', 'terms-0.json', 'text-0.json', 'words.json'].map(
        (name) => `search/${language}/${name}`,
      ),
    );
  },
);

test.each([
  ['the settings switch the search off', ENTRIES, { search: false }],
  ['nothing is listed', { 'posts/unlisted.md': { unlisted: true } }, {}],
])('there is no index where %s', async (_, entries, config) => {
  expect(await written(entries, config)).toEqual([]);
});

describe('a build after another', () => {
  /** Builds into `dist.next/` of a folder, and replaces `dist/`; returns the files with their text. */
  const build = async (root: string, entries: Parameters<typeof blog>[0]) => {
    const hooks = hooksOf(entries, {}, root);
    await run(hooks, 'astro:build:done', {});
    mkdirSync(join(root, 'dist.next'), { recursive: true });
    replaceSite(join(root, 'dist/'), hooks.cache.kept);
    hooks.cache.save();
    const cwd = join(root, 'dist/search/en');
    return new Map(
      globSync('*', { cwd }).map((name) => [name, readFileSync(join(cwd, name), 'utf8')]),
    );
  };
  /** Returns the entries and so many others. */
  const withMore = (count: number) => ({
    ...ENTRIES,
    ...Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`posts/${index}.md`, { title: `No. ${index}` }]),
    ),
  });
  const CHANGES: [string, Parameters<typeof blog>[0]][] = [
    ['nothing changed', ENTRIES],
    ['a title changed', { ...ENTRIES, 'posts/a.md': { title: 'Größe of Caches' } }],
    ['a tag was added', { ...ENTRIES, 'posts/a.md': { title: 'A', tags: ['Go'] } }],
    [
      'a post was added',
      { ...ENTRIES, 'posts/b.md': { title: 'Groesse and caching', lang: 'de' } },
    ],
    ['a page was removed', { 'posts/a.md': { title: 'A' } }],
    ['many posts were added', withMore(30)],
  ];

  test.each(CHANGES)('has the files of a build without cache where %s', async (_, changed) => {
    const root = folder();
    await build(root, ENTRIES);
    const cold = await build(folder(), changed);
    expect(await build(root, changed)).toEqual(cold);
    expect(await build(root, changed)).toEqual(cold);
  });

  test('keeps the files that are the same, and writes one that was changed by hand', async () => {
    const root = folder();
    await build(root, ENTRIES);
    const [text, terms] = ['text-0.json', 'terms-0.json'].map((name) =>
      join(root, 'dist/search/en', name),
    );
    const before = statSync(text!).ino;
    writeFileSync(terms!, '[]');
    await build(root, ENTRIES);
    expect(statSync(text!).ino).toBe(before);
    expect(readFileSync(terms!, 'utf8')).not.toBe('[]');
  });

  test('reads no words where nothing changed', async () => {
    const root = folder();
    await build(root, ENTRIES);
    rmSync(join(root, '.cache/octavo/search-en.bin'));
    await build(root, ENTRIES);
    expect(existsSync(join(root, '.cache/octavo/search-en.bin'))).toBe(false);
  });

  test('caches the words of new entries where there are many', async () => {
    const root = folder();
    const cached = async (entries: Parameters<typeof blog>[0]) => {
      await build(root, entries);
      return readFileSync(join(root, '.cache/octavo/search-en.bin'), 'latin1');
    };
    const first = await cached(ENTRIES);
    expect(await cached(withMore(2))).toBe(first);
    expect(await cached(withMore(30))).not.toBe(first);
  });

  test('makes all words again if the cache cannot be read', async () => {
    const root = folder({ '.cache/octavo/search-en.bin': 'x' });
    expect(await build(root, ENTRIES)).toEqual(await build(folder(), ENTRIES));
  });
});

test('`dev` makes the index when it is opened', async () => {
  const entries: Parameters<typeof blog>[0] = { ...ENTRIES };
  const used: [string, RequestListener][] = [];
  const use = (...handler: [string, RequestListener]) => used.push(handler);
  await run(hooksOf(entries), 'astro:server:setup', { server: { middlewares: { use } } });
  const [[path, listener] = []] = used;
  expect(path).toBe('/search/en/');
  // Vite removes the path before which the middleware is.
  const server = createServer((request, response) => listener!(request, response));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const read = async (name: string) => {
    const response = await fetch(`http://localhost:${port}/${name}`);
    return [response.status, await response.text()];
  };
  expect(await read('text-0.json')).toEqual([404, '']);
  expect((await read('index.json'))[1]).toContain('/posts/a/');
  expect(await read('text-0.json?v=1')).toEqual([200, '[[],[["","",["Word."],[]]]]']);
  expect((await read('none.json'))[0]).toBe(404);
  entries['posts/b.md'] = { title: 'B' };
  expect((await read('index.json'))[1]).toContain('/posts/b/');
});
