import { globSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { searchIndex } from '../../../src/search/index/search-index.ts';
import type { SiteConfig } from '../../../src/settings/settings.ts';
import { blog, folder, settings } from '../../helpers.ts';

const PAGE = '<html><body><div data-article-body><p>Text</p></div></body></html>';
const ENTRIES = {
  'posts/a.md': {},
  'posts/unlisted.md': { unlisted: true },
  'pages/about.md': {},
  'pages/unlisted.md': { unlisted: true },
};
const BUILT = { 'posts/a/index.html': PAGE, 'about/index.html': PAGE };

/** Runs a hook with the part of its parameters that the search index reads. */
async function run(hooks: object, name: string, parameters: object): Promise<void> {
  await (hooks as Record<string, (parameters: object) => unknown>)[name]!(parameters);
}

/** Writes the index of a built site; returns its folder and its files. */
async function written(
  entries: Parameters<typeof blog>[0],
  built: Record<string, string>,
  config: Partial<SiteConfig> = {},
) {
  const { hooks } = searchIndex(settings(config), () => blog(entries, config));
  const root = folder({ 'index.html': PAGE, ...built });
  await run(hooks, 'astro:build:done', { dir: pathToFileURL(`${root}/`) });
  return { root, files: globSync('pagefind/**/*.*', { cwd: root }).sort() };
}

/** Returns the number of pages in an index by language. */
function pageCounts(root: string): [language: string, pages: number][] {
  const entry = JSON.parse(readFileSync(`${root}/pagefind/pagefind-entry.json`, 'utf8')) as {
    languages: Record<string, { page_count: number }>;
  };
  return Object.entries(entry.languages).map(([name, language]) => [name, language.page_count]);
}

test('the index has the listed posts and pages, and the files that a search fetches', async () => {
  const { root, files } = await written(ENTRIES, BUILT);
  expect(pageCounts(root)).toEqual([['en', 2]]);
  const kinds = files.map((file) => file.replace(/en_[0-9a-f]+/, 'en').replace('pagefind/', ''));
  expect([...new Set(kinds)].sort()).toEqual([
    'filter/en.pf_filter',
    'fragment/en.pf_fragment',
    'index/en.pf_index',
    'pagefind-entry.json',
    'pagefind.en.pf_meta',
    'wasm.en.pagefind',
  ]);
});

test.each([
  ['de-AT', 'de', 'wasm.de.pagefind'],
  ['ja', 'und', 'wasm.unknown.pagefind'],
  ['zh-Hant', 'und', 'wasm.unknown.pagefind'],
  ['th', 'und', 'wasm.unknown.pagefind'],
])(
  'the index of a blog in the language %s is for the language %s',
  async (language, code, program) => {
    const { root, files } = await written({ 'posts/a.md': {} }, BUILT, { language });
    expect(pageCounts(root)).toEqual([[code, 1]]);
    expect(files.filter((file) => file.includes('wasm'))).toEqual([`pagefind/${program}`]);
  },
);

test.each([
  ['the settings switch the search off', ENTRIES, { search: false }],
  ['nothing is listed', { 'posts/unlisted.md': { unlisted: true } }, {}],
])('there is no index where %s', async (_, entries, config) => {
  expect((await written(entries, BUILT, config)).files).toEqual([]);
});

test('a page without a text is an error', async () => {
  const built = { ...BUILT, 'about/index.html': '<p>Text</p>' };
  await expect(written(ENTRIES, built)).rejects.toThrow(
    'src/overrides:1:1  /about/: no element with data-article-body',
  );
});

test.each([
  ['/a/b.pf_index', 200, 'index'],
  ['/a/b.pf_index?ts=1', 200, 'index'],
  ['/none.pf_index', 404, ''],
  ['/a', 404, ''],
  ['/../secret.txt', 404, ''],
])('`dev` serves the last index: %s is %i', async (url, status, text) => {
  const root = folder({ 'dist/pagefind/a/b.pf_index': 'index', 'dist/secret.txt': 'secret' });
  const { hooks } = searchIndex(settings(), () => blog({}));
  await run(hooks, 'astro:config:done', { config: { outDir: pathToFileURL(`${root}/dist/`) } });
  const used: [string, RequestListener][] = [];
  const use = (...handler: [string, RequestListener]) => used.push(handler);
  await run(hooks, 'astro:server:setup', { server: { middlewares: { use } } });
  const [[path, listener] = []] = used;
  expect(path).toBe('/pagefind/');
  // Vite removes the path before which the middleware is.
  const server = createServer((request, response) => {
    listener!(Object.assign(request, { url }), response);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://localhost:${port}/`);
  expect([response.status, await response.text()]).toEqual([status, text]);
});
