import { globSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { searchIndex } from '../../../src/search/index/search-index.ts';
import type { SiteConfig } from '../../../src/settings/settings.ts';
import { blog, folder, settings } from '../../helpers.ts';

const ENTRIES = {
  'posts/a.md': { title: 'A' },
  'posts/unlisted.md': { unlisted: true },
  'pages/about.md': {},
  'pages/unlisted.md': { unlisted: true },
};

function hooksOf(entries: Parameters<typeof blog>[0], config: Partial<SiteConfig> = {}) {
  const texts = new Map([
    ['posts/a.md', { words: '[[["word",1]],[]]', sections: '[["","",["Word."],[]]]' }],
  ]);
  const content = { blogs: () => [blog(entries, config)], searchTexts: () => texts };
  return searchIndex(settings(config), content).hooks;
}

/** Runs a hook with the part of its parameters that the search index reads. */
async function run(hooks: object, name: string, parameters: object): Promise<void> {
  await (hooks as Record<string, (parameters: object) => unknown>)[name]!(parameters);
}

/** Returns the files that a build of entries writes. */
async function written(...args: Parameters<typeof hooksOf>): Promise<string[]> {
  const root = folder();
  await run(hooksOf(...args), 'astro:build:done', { dir: pathToFileURL(`${root}/`) });
  return globSync('**/*.*', { cwd: root }).sort();
}

test.each(['en', 'pt-BR', 'ja'])(
  'a build writes the index of its language: %s',
  async (language) => {
    expect(await written(ENTRIES, { language })).toEqual(
      ['index.json', 'terms-0.json', 'text-0.json', 'text-1.json', 'words.json'].map(
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
  expect(await read('text-1.json')).toEqual([404, '']);
  expect((await read('index.json'))[1]).toContain('/posts/a/');
  expect(await read('text-1.json?v=1')).toEqual([200, '[["","",["Word."],[]]]']);
  expect((await read('none.json'))[0]).toBe(404);
  entries['posts/b.md'] = { title: 'B' };
  expect((await read('index.json'))[1]).toContain('/posts/b/');
});
