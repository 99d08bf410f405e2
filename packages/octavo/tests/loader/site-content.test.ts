import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { collectionsOf } from '../../src/content/content-file.ts';
import { TextCache } from '../../src/content/text-cache.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { parsedBySchema } from '../../src/loader/parsed-data.ts';
import {
  CONTENT_HOOK,
  SiteContent,
  siteContentOf,
  type EntryLoader,
} from '../../src/loader/site-content.ts';
import { post } from '../../../../tests/posts.ts';
import { content, context, write } from '../helpers.ts';
import { keptText, load, loadAll, newStores, refusal, site } from './loads.ts';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

describe('a build loads', () => {
  test('every collection, with the metadata of each body', async () => {
    const stores = newStores();
    const root = site({
      'posts/a.md': post({ title: 'A' }, '## One\n\nText.'),
      'posts/b/index.mdx': post({ title: 'B' }, 'Text.'),
      'pages/about.md': '---\ntitle: T\n---\n',
    });
    expect(await load(root, stores)).toEqual(['authors/jane', 'pages/about', 'posts/a', 'posts/b']);
    expect(stores.posts.get('a')).toMatchObject({
      data: { title: 'A' },
      filePath: 'src/content/posts/a.md',
      deferredRender: false,
    });
    expect(keptText(root, stores, 'a').metadata).toMatchObject({
      headings: [{ depth: 2, slug: 'one', text: 'One' }],
      text: { words: 2, automatic: { text: 'One Text.', goesOn: false } },
      terms: 'one 1 text 1',
    });
  });

  test('notes, by the setting', async () => {
    const stores = newStores();
    const files = { 'posts/a.md': post({}), 'notes/a.md': post({ title: undefined }, 'Text.') };
    const root = site(files);
    expect(await load(root, stores)).toEqual(['authors/jane', 'posts/a']);
    const content = new SiteContent(context(root, { notes: {} }));
    // All are rendered again, since the settings changed.
    expect(await loadAll(content, stores)).toEqual(['authors/jane', 'notes/a', 'posts/a']);
    expect(stores.notes.get('a')).toMatchObject({ data: { title: '' } });
    const [blog] = content.blogs();
    expect(blog?.notes.map(({ title, url }) => [title, url])).toEqual([['Text.', '/notes/a/']]);
  });

  test('MDX for Astro to render', async () => {
    const stores = newStores();
    const root = site({ 'posts/b.mdx': post({}, 'Text.') });
    await load(root, stores);
    expect(stores.posts.get('b')).toMatchObject({ deferredRender: true });
    expect(keptText(root, stores, 'b')).toMatchObject({
      ...{ html: '', metadata: { text: { words: 1 } } },
    });
    const modules: string[] = [];
    await loadAll(new SiteContent(context(root)), stores, modules);
    expect(modules).toEqual(['src/content/posts/b.mdx']);
  });
});

describe('a build with errors', () => {
  const FILES = {
    'pages/about.md': '---\ntitel: T\n---\n\n[x](./nope.md)\n',
    'posts/a.md': post({}, '![A](./nope.png)'),
    'posts/b.mdx': post({}, '<Note>'),
    'posts/c.md': post({ date: '2024-02-30' }, '[x](./nope.md)'),
    'posts/d.md': post({}, '<p style="x">d</p>'),
  };
  const SAID = [
    'src/content/pages/about.md:1:1  title: missing; must be a string',
    'src/content/pages/about.md:2:1  unknown key titel; did you mean title?',
    'src/content/pages/about.md:5:1  link: ./nope.md not found',
    'src/content/posts/a.md:6:1  picture: ./nope.png not found',
    expect.stringMatching(/^src\/content\/posts\/b\.mdx:6:1 {2}MDX: Expected a closing tag/),
    'src/content/posts/c.md:3:1  date: 2024-02-30 does not exist; February 2024 has 29 days',
    'src/content/posts/c.md:6:1  link: ./nope.md not found',
    expect.stringMatching(/^src\/content\/posts\/d\.md:6:1 {2}warning: HTML: a style attribute/),
  ];

  test('fails with all of them, of every file and kind', async () => {
    expect(await refusal(site(FILES))).toEqual(SAID);
  });

  test('fails again without rendering again', async () => {
    const root = site(FILES);
    const stores = newStores();
    await refusal(root, stores);
    expect(await refusal(root, stores)).toEqual(SAID);
  });

  test('goes on when they are fixed', async () => {
    const root = site({ 'posts/a.md': post({}, '[x](./b.md)') });
    const stores = newStores();
    expect(await refusal(root, stores)).toHaveLength(1);
    write(root, content({ 'posts/b.md': post({}) }));
    expect(await load(root, stores)).toEqual(['posts/a', 'posts/b']);
    expect(keptText(root, stores, 'a').html).toContain('href="/posts/b/"');
  });

  test('goes on with warnings, and prints them', async () => {
    await load(site({ 'posts/d.md': post({}, '<p style="x">d</p>') }), newStores());
    expect(vi.mocked(console.error).mock.calls).toEqual([
      [
        expect.stringMatching(
          /^src\/content\/posts\/d\.md:6:1 {2}warning: HTML: a style attribute/,
        ),
      ],
    ]);
  });

  test('fails if a post links to a draft', async () => {
    const root = site({
      'posts/a.md': post({}, '[x](./b.md)'),
      'posts/b.md': post({ draft: true }),
    });
    const said = await load(root, newStores()).then(() => 'nothing', String);
    expect(said).toContain('src/content/posts/a.md:6:1  link:');
  });

  test.each([
    ['a missing cover', 'draft: true\ncover: { image: ./a.png, alt: A }', '', 'md'],
    ['an unknown key', 'draft: true\ncolour: red', '', 'md'],
    ['invalid YAML', 'draft: true\nsummary: a: b', '', 'md'],
    ['invalid YAML and a comment', 'draft: True # not yet\nsummary: a: b', '', 'md'],
    ['a dead link', 'draft: true', '[x](./none.md)', 'md'],
    ['MDX that does not parse', 'draft: true', '<Note>', 'mdx'],
    ['an import that is missing', 'draft: true', "import A from './a.js';\n\n<A />", 'mdx'],
    ['an error in a post that is scheduled', 'colour: red', '[x](./none.md)', 'md', '2099-01-01'],
    ['invalid YAML in one', 'summary: a: b', '', 'md', '2099-01-01 10:00'],
    ['the URL of another post', 'draft: true\nslug: x', '', 'md'],
    ['the file name of another post', 'draft: true', '', 'mdx', '2024-01-01', 'b'],
    ['the feed id of another post', 'draft: true\nguid: x', '', 'md'],
    ['an alias of another post', 'draft: true\naliases: [/old/]', '', 'md'],
  ])(
    'publishes the other posts if a draft has %s',
    async (_, keys, body, format, date = '2024-01-01', name = 'a') => {
      const stores = newStores();
      const root = site({
        [`posts/${name}.${format}`]: `---\ntitle: A\ndate: ${date}\n${keys}\n---\n\n${body}`,
        'posts/b.md': post({ slug: 'x', guid: 'x', aliases: ['/old/'] }),
      });
      await load(root, stores);
      expect(stores.posts.get('b')?.filePath).toBe('src/content/posts/b.md');
      for (const [line] of vi.mocked(console.error).mock.calls)
        expect(line).toContain(' warning: ');
      const preview = load(root, newStores(), { mode: 'preview' });
      await expect(preview).rejects.toThrow();
    },
  );
});

describe('in development', () => {
  const dev = (root: string) => new SiteContent(context(root, {}, { mode: 'dev' }));

  test('errors are printed, and it goes on', async () => {
    const root = site({ 'posts/a.md': post({ draft: 'yes' }), 'posts/b.md': post({}) });
    const stores = newStores();
    await loadAll(dev(root), stores);
    const printed = [
      [expect.stringContaining('src/content/posts/a.md:4:1  draft: must be true or false')],
    ];
    await vi.waitFor(() => expect(vi.mocked(console.error).mock.calls).toEqual(printed), 5000);
    expect([...stores.posts.keys()]).toEqual(['b']);
  });

  test('a file keeps its last valid entry while its front matter has errors', async () => {
    const root = site({ 'posts/a.md': post({ title: 'Valid' }), 'posts/b.md': post({}) });
    const stores = newStores();
    const loaded = dev(root);
    await loadAll(loaded, stores);
    write(root, content({ 'posts/a.md': post({ title: '' }) }));
    rmSync(join(root, 'src/content/posts/b.md'));
    await loadAll(loaded, stores);
    expect(stores.posts.get('a')?.data).toMatchObject({ title: 'Valid' });
    expect([...stores.posts.keys()]).toEqual(['a']);
  });

  test('all diagnostics of each load are passed on, until there are none', async () => {
    const root = site({ 'posts/a.md': post({}, '[x](./nope.md)') });
    const stores = newStores();
    const loaded = dev(root);
    const passed: (readonly Diagnostic[])[] = [];
    loaded.onLoad = (diagnostics) => void passed.push(diagnostics);
    await loadAll(loaded, stores);
    await vi.waitFor(() => expect(passed).toHaveLength(1), 5000);
    write(root, content({ 'posts/a.md': post({}) }));
    await loadAll(loaded, stores);
    expect(passed).toEqual([[expect.objectContaining({ line: 6, column: 1 })], []]);
    expect(loaded.loads).toBe(2);
  });

  test('a page with a saved change comes before the diagnostics', async () => {
    const root = site({ 'posts/a.md': post({}) });
    const stores = newStores();
    const loaded = dev(root);
    const lines: number[][] = [];
    loaded.onLoad = (diagnostics) => void lines.push(diagnostics.map(({ line }) => line));
    await loadAll(loaded, stores);
    await vi.waitFor(() => expect(lines).toEqual([[]]), 5000);
    write(root, content({ 'posts/a.md': post({ title: 'Changed' }, '[x](./nope.md)') }));
    await loadAll(loaded, stores);
    expect(stores.posts.get('a')?.data).toMatchObject({ title: 'Changed' });
    expect(lines).toEqual([[]]);
    await vi.waitFor(() => expect(lines).toEqual([[], [6]]), 5000);
  });

  test('drafts may be linked to, and their renderings are apart from those of builds', async () => {
    const root = site({
      'posts/a.md': post({}, '[x](./b.md)'),
      'posts/b.md': post({ draft: true }),
    });
    await loadAll(dev(root), newStores());
    expect(console.error).not.toHaveBeenCalled();
    expect(new TextCache(root).records().size).toBe(0);
    expect(new TextCache(root, { inDevelopment: true }).records().size).toBe(3);
  });
});

describe('the content of a site', () => {
  const FILES = {
    'posts/a.md': post({ title: 'A', tags: ['Go'] }, '## One\n\nText of A.'),
    'posts/b.mdx': post({ title: 'B', date: '2024-01-02' }, 'Text of B.'),
    'posts/draft.md': post({ draft: true }),
    'pages/about.md': '---\ntitle: About\n---\n\nText.\n',
  };

  test('is loaded once all loaders have been called', async () => {
    const loaded = new SiteContent(context(site(FILES)));
    const store = { keys: () => [], values: () => [], get: () => undefined, set: () => true };
    const loader = { store, parse: parsedBySchema() } as unknown as EntryLoader;
    const [posts, pages] = [loaded.load('posts', loader), loaded.load('pages', loader)];
    const first = await Promise.race([posts, pages, Promise.resolve('waiting')]);
    expect([first, loaded.loads]).toEqual(['waiting', 0]);
    await Promise.all([posts, pages, loaded.load('authors', loader)]);
    expect(loaded.loads).toBe(1);
  });

  test('fails for the loader of every collection', async () => {
    const loaded = new SiteContent(context(site({ 'posts/a.md': 'x' })));
    const loader = { store: { keys: () => [], values: () => [] } } as unknown as EntryLoader;
    const names = collectionsOf(loaded.context.settings);
    const ends = await Promise.allSettled(names.map((name) => loaded.load(name, loader)));
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(loaded.loads).toBe(0);
  });

  test('is a blog, with the metadata of each body', async () => {
    const loaded = new SiteContent(context(site(FILES)));
    await loadAll(loaded, newStores());
    const { posts, pages, author } = loaded.blogs()[0]!;
    expect(posts.map(({ id, url, text: { text } }) => [id, url, text.automatic.text])).toEqual([
      ['b', '/posts/b/', 'Text of B.'],
      ['a', '/posts/a/', 'One Text of A.'],
    ]);
    expect(posts[1]?.headings).toEqual([{ depth: 2, slug: 'one', text: 'One' }]);
    expect(pages.map(({ id, text: { text } }) => [id, text.words])).toEqual([['about', 1]]);
    expect(author?.name).toBe('Jane');
  });

  test('has the paths of the pages of files', async () => {
    const loaded = new SiteContent(context(site(FILES)));
    const [post, draft, none] = ['posts/a.md', 'posts/draft.md', 'posts/none.md'].map(
      (path) => `src/content/${path}`,
    );
    await loadAll(loaded, newStores());
    expect([post, draft, none].map((path) => loaded.siteIndex.address?.(path!))).toEqual([
      '/posts/a/',
      false,
      undefined,
    ]);
  });

  test('reports how many bodies are rendered', async () => {
    const progress = vi.fn();
    await loadAll(new SiteContent(context(site(FILES)), { progress }), newStores());
    expect(progress.mock.calls).toEqual(
      [1, 2, 3, 4, 5].map((done) => ['Rendering texts', done, 5]),
    );
  });

  test('is found in the configuration of Astro', () => {
    const loaded = new SiteContent(context('/site/'));
    const octavo = { name: 'octavo', hooks: { [CONTENT_HOOK]: () => loaded } };
    expect(siteContentOf({ integrations: [{ name: 'other', hooks: {} }, octavo] })).toBe(loaded);
    expect(() => siteContentOf({ integrations: [] })).toThrow(
      expect.objectContaining({
        name: 'SettingsError',
        message: expect.stringContaining('octavo()'),
      }),
    );
  });
});
