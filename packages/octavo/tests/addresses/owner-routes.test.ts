import { readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findOwnRoute, routeOf, staticPath } from '../../src/addresses/owner-routes.ts';
import { ownRoutes } from '../../src/content/read-owner-routes.ts';
import { injectedRoutes, replacedRoute, ROUTES } from '../../src/addresses/routes.ts';
import { AUTHOR, content, context, folder, found } from '../helpers.ts';
import { checkContent } from '../../src/checks/check-content.ts';
import { post } from '../../../../tests/posts.ts';

/** Returns a folder with empty files in `src/pages/`. */
function pages(...paths: string[]): string {
  return folder(Object.fromEntries(paths.map((path) => [`src/pages/${path}`, ''])));
}

/** Without a folder of all posts, and with all that can be switched off. */
const SETTINGS = { search: true, permalink: '/:slug/', blogroll: 'src/a.opml' };

describe("the routes of an owner's pages", () => {
  test.each([
    ['index.astro', '/'],
    ['projects.astro', '/projects'],
    ['projects/index.astro', '/projects'],
    ['projects/index.md', '/projects'],
    ['index-of/a.astro', '/index-of/a'],
    ['a.mdx', '/a'],
    ['b.html', '/b'],
    ['data.json.ts', '/data.json'],
    ['feed.xml.js', '/feed.xml'],
    ['projects/[id].astro', '/projects/[id]'],
    ['wiki/[...path].astro', '/wiki/[...path]'],
    ['.well-known/security.txt.ts', '/.well-known/security.txt'],
  ])('%s is %s', (path, pattern) => {
    expect(ownRoutes(pages(path)).map((route) => route.pattern)).toEqual([pattern]);
  });

  test.each(['_draft.astro', '_parts/card.astro', 'a/_b.astro', '.hidden.astro', 'style.css'])(
    '%s is none',
    (path) => {
      expect(ownRoutes(pages(path))).toEqual([]);
    },
  );

  test('are none where there is no folder', () => {
    expect(ownRoutes(folder())).toEqual([]);
  });
});

test.each([
  ['/index.astro', '/'],
  ['/a.astro', '/a/'],
  ['/a/index.md', '/a/'],
  ['/größe.astro'.normalize('NFD'), '/größe/'],
  ['/data.json.ts', '/data.json'],
  ['/tags/[tag].astro', undefined],
])('the path of the page %s is %s', (file, path) => {
  expect(staticPath(routeOf(file)!)).toBe(path);
});

describe('a page of the owner', () => {
  test.each(Object.keys(ROUTES))('replaces the route %s by its pattern', (pattern) => {
    const left = injectedRoutes([pattern], SETTINGS).map((route) => route.pattern);
    expect(left).toEqual(Object.keys(ROUTES).filter((one) => one !== pattern));
  });

  test.each([
    ['/tags/[...tag]', '/tags/[...path]'],
    ['/page/[number]', '/page/[page]'],
    ['/[...all].md', '/[...markdown].md'],
    ['/tags/[tag]', undefined],
    ['/[...slug]', undefined],
    ['/[slug]', undefined],
    ['/projects', undefined],
  ])('%s replaces %s', (pattern, route) => {
    expect(replacedRoute(pattern)).toBe(route);
  });
});

test('the manual has a table of the routes of the engine', () => {
  const manual = readFileSync(
    new URL('../../../../docs/src/content/pages/guides/extending.md', import.meta.url),
    'utf8',
  );
  const [, table = ''] = /<!-- routes -->([^]*)<!-- \/routes -->/.exec(manual) ?? [];
  const routes = [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, route]) => route);
  expect(routes).toEqual(Object.keys(ROUTES));
});

describe('the route at a path', () => {
  const PAGES = [
    'projects.astro',
    'größe.astro',
    'data.json.ts',
    'talks/[year]/[id].astro',
    'wiki/[...path].astro',
    'img-[size].png.ts',
    'node.js.astro',
    'index.astro',
    'raw/[...path].json.ts',
    'c++ (old)/[id].astro',
    '[...post].astro',
    'tags/[...tag].astro',
  ];
  const fileAt = (path: string) => findOwnRoute(ownRoutes(pages(...PAGES)))(path)?.file;

  test.each([
    ['/projects/', 'src/pages/projects.astro'],
    ['/projects', 'src/pages/projects.astro'],
    ['/projects/index.html', 'src/pages/projects.astro'],
    ['/größe/', 'src/pages/größe.astro'],
    ['/data.json', 'src/pages/data.json.ts'],
    ['/talks/2024/one/', 'src/pages/talks/[year]/[id].astro'],
    ['/wiki/', 'src/pages/wiki/[...path].astro'],
    ['/wiki/a/b/', 'src/pages/wiki/[...path].astro'],
    ['/img-64.png', 'src/pages/img-[size].png.ts'],
    ['/node.js', 'src/pages/node.js.astro'],
    ['/', 'src/pages/index.astro'],
    ['/raw/a/b.json', 'src/pages/raw/[...path].json.ts'],
    ['/c++ (old)/a/', 'src/pages/c++ (old)/[id].astro'],
  ])('%s is that of %s', (path, file) => {
    expect(fileAt(path)).toBe(file);
  });

  test.each([
    '/projekts/',
    '/talks/2024/',
    '/wikis/',
    '/img.png',
    '/raw/a.txt',
    '/nowhere/',
    '/tags/none/',
  ])('is none for %s', (path) => {
    expect(fileAt(path)).toBeUndefined();
  });
});

describe('checks', () => {
  const PAGE = { 'src/pages/projects.astro': '' };
  const check = async (files: Record<string, string>) => {
    const root = folder({ ...AUTHOR, ...PAGE, ...content(files) });
    return found((await checkContent(context(root))).diagnostics);
  };

  test("accept a link to a page of the owner's, and no link beside it", async () => {
    const text = '[a](/projects/) [b](/projects#c) [d](/projekts/)';
    expect(await check({ 'posts/a.md': post({}, text) })).toEqual([
      '6:34 link: /projekts/ not found',
    ]);
  });

  test('report a page, a post and an alias at the URL of one', async () => {
    expect(await check({ 'pages/projects.md': '---\ntitle: P\n---\n\nText.\n' })).toEqual([
      '1:1 slug: /projects/ is already the URL of src/pages/projects.astro; rename one of them',
    ]);
    expect(await check({ 'posts/a.md': post({ aliases: ['/projects/'] }) })).toEqual([
      expect.stringContaining('/projects/ is already the URL of src/pages/projects.astro'),
    ]);
  });
});

describe('the settings', () => {
  test('leave each route with a file of the engine', () => {
    const routes = injectedRoutes([], { ...SETTINGS, permalink: '/posts/:slug/' });
    expect(routes.filter(({ entrypoint }) => !statSync(entrypoint).isFile())).toEqual([]);
    expect(new Set(routes.map(({ entrypoint }) => entrypoint.href)).size).toBe(routes.length);
  });

  const patterns = (settings: Partial<typeof SETTINGS>, own: string[] = []) =>
    injectedRoutes(own, { ...SETTINGS, ...settings }).map(({ pattern }) => pattern);

  test('switch off the routes of the search', () => {
    const off = patterns({ search: false });
    expect(patterns({}).filter((pattern) => !off.includes(pattern))).toEqual([
      '/search',
      '/opensearch.xml',
    ]);
  });

  test('switch on the routes of the blogroll, its file only at the root', () => {
    const added = (folders: string[]) => {
      const all = injectedRoutes([], SETTINGS, folders);
      const off = injectedRoutes([], { ...SETTINGS, blogroll: undefined }, folders).map(
        ({ pattern }) => pattern,
      );
      return all.map(({ pattern }) => pattern).filter((pattern) => !off.includes(pattern));
    };
    expect(added(['', '/de'])).toEqual(['/blogroll', '/blogroll.opml', '/de/blogroll']);
    expect(added(['/en', '/de'])).toEqual(['/en/blogroll', '/de/blogroll', '/blogroll.opml']);
  });

  test.each([
    ['/posts/:slug/', '/posts'],
    ['/notes/old/:year/:slug/', '/notes/old'],
  ])('%s adds a route for the folder of all posts', (permalink, folder) => {
    const added = patterns({ permalink }).filter((pattern) => !patterns({}).includes(pattern));
    expect(added).toEqual([folder]);
    expect(patterns({ permalink }, [folder])).not.toContain(folder);
  });
});
