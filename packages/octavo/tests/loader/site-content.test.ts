import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DIAGNOSTICS_EVENT, type Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { KeptTexts } from '../../src/content/text-cache.ts';
import { COLLECTIONS } from '../../src/content/content-file.ts';
import { post } from '../../../../tests/posts.ts';
import { AUTHOR, content, folder, write } from '../helpers.ts';

type DataEntry = NonNullable<ReturnType<LoaderContext['store']['get']>>;
type Stores = Record<(typeof COLLECTIONS)[number], Map<string, DataEntry>>;

/** What Astro keeps from one build to the next. */
const newStores = (): Stores => ({ posts: new Map(), pages: new Map(), authors: new Map() });

/** Loads the content of a folder as one run of Astro does. Returns the ids that were written. */
async function load(root: string, stores: Stores, watcher?: EventEmitter): Promise<string[]> {
  vi.resetModules();
  const { contentLoader } = await import('../../src/loader/loader.ts');
  const written: string[] = [];
  const contexts = COLLECTIONS.map((collection) => {
    const entries = stores[collection];
    const store = {
      get: (id: string) => entries.get(id),
      keys: () => [...entries.keys()],
      values: () => [...entries.values()],
      delete: (id: string) => entries.delete(id),
      set: (entry: DataEntry) => {
        written.push(`${collection}/${entry.id}`);
        // What the store writes to its file and reads back.
        entries.set(entry.id, JSON.parse(JSON.stringify(entry)) as DataEntry);
        return true;
      },
    };
    const context = {
      collection,
      store,
      watcher,
      config: { root: pathToFileURL(`${root}/`) },
      parseData: ({ data }: { data: Record<string, unknown> }) => Promise.resolve(data),
    } as unknown as LoaderContext;
    return contentLoader(collection).load(context);
  });
  await Promise.all(contexts);
  return written.sort();
}

/** Returns the text of a post, which is apart from the store. */
function keptText(root: string, { posts }: Stores, id: string) {
  const digest = String(posts.get(id)?.digest);
  const texts = new KeptTexts(root);
  return { html: texts.html(digest), metadata: texts.metadata().get(digest) };
}

const site = (files: Record<string, string>) => folder({ ...AUTHOR, ...content(files) });

/** Returns what a build says that ends in mistakes, as lines. */
async function refusal(root: string, stores = newStores()): Promise<string[]> {
  const error = await load(root, stores).then(
    () => undefined,
    (reason: unknown) => reason as Error,
  );
  expect(error?.name).toBe('ContentError');
  return error!.message.split('\n');
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

describe('a build loads', () => {
  test('every collection, with what is known of each text', async () => {
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
      rendered: { html: '' },
    });
    expect(keptText(root, stores, 'a').metadata).toMatchObject({
      headings: [{ depth: 2, slug: 'one', text: 'One' }],
      text: { words: 2, automatic: { text: 'One Text.', goesOn: false } },
      terms: 'one 1 text 1',
    });
  });

  test('MDX for Astro to render', async () => {
    const stores = newStores();
    await load(site({ 'posts/b.mdx': post({}, 'Text.') }), stores);
    expect(stores.posts.get('b')).toMatchObject({
      deferredRender: true,
      rendered: { html: '', metadata: { text: { words: 1 } } },
    });
  });
});

describe('a build with mistakes', () => {
  const FILES = {
    'pages/about.md': '---\ntitel: T\n---\n\n[x](./nope.md)\n',
    'posts/a.md': post({}, '![A](./nope.png)'),
    'posts/b.mdx': post({}, '<Note>'),
    'posts/c.md': post({ date: '2024-02-30' }, '[x](./nope.md)'),
    'posts/d.md': post({}, '<p style="x">d</p>'),
  };
  const SAID = [
    'src/content/pages/about.md:1:1  title: is missing; it must be text',
    'src/content/pages/about.md:2:1  titel: is not a key that is known; did you mean title?',
    'src/content/pages/about.md:5:1  link: there is no ./nope.md here',
    'src/content/posts/a.md:6:1  picture: there is no ./nope.png here',
    expect.stringMatching(/^src\/content\/posts\/b\.mdx:6:1 {2}MDX: Expected a closing tag/),
    'src/content/posts/c.md:3:1  date: 2024-02-30 does not exist; February 2024 has 29 days',
    'src/content/posts/c.md:6:1  link: there is no ./nope.md here',
    expect.stringMatching(/^src\/content\/posts\/d\.md:6:1 {2}warning: HTML: a style attribute/),
  ];

  test('ends with all of them, of every file and kind', async () => {
    expect(await refusal(site(FILES))).toEqual(SAID);
  });

  test('ends with them again, though nothing is rendered again', async () => {
    const root = site(FILES);
    const stores = newStores();
    await refusal(root, stores);
    expect(await refusal(root, stores)).toEqual(SAID);
  });

  test('goes on when they are mended', async () => {
    const root = site({ 'posts/a.md': post({}, '[x](./b.md)') });
    const stores = newStores();
    expect(await refusal(root, stores)).toHaveLength(1);
    write(root, content({ 'posts/b.md': post({}) }));
    expect(await load(root, stores)).toEqual(['posts/a', 'posts/b']);
    expect(keptText(root, stores, 'a').html).toContain('href="/posts/b/"');
  });

  test('goes on with warnings alone, and prints them', async () => {
    await load(site({ 'posts/d.md': post({}, '<p style="x">d</p>') }), newStores());
    expect(vi.mocked(console.error).mock.calls).toEqual([
      [
        expect.stringMatching(
          /^src\/content\/posts\/d\.md:6:1 {2}warning: HTML: a style attribute/,
        ),
      ],
    ]);
  });

  test('ends where a post links to a draft, which will not be there', async () => {
    const root = site({
      'posts/a.md': post({}, '[x](./b.md)'),
      'posts/b.md': post({ draft: true }),
    });
    const said = await load(root, newStores()).then(() => 'nothing', String);
    expect(said).toContain('src/content/posts/a.md:6:1  link:');
  });
});

describe('a build after a date has come', () => {
  const FILES = {
    'posts/a.md': post({}, '[b](./b.md)'),
    'posts/b.md': post({ date: '2027-01-06' }),
    'posts/c.md': post({ date: '2027-01-06' }, '[b](./b.md)'),
    'posts/d.md': post({}),
  };

  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test('asks again what leads there, and renders nothing else', async () => {
    const [stores, root] = [newStores(), site(FILES)];
    vi.stubEnv('OCTAVO_NOW', '2027-01-05T23:59:59Z');
    expect(await refusal(root, stores)).toEqual([
      'src/content/posts/a.md:6:1  link: ./b.md is scheduled for 2027-01-06, and has no page until then',
    ]);
    vi.stubEnv('OCTAVO_NOW', '2027-01-06T00:00:00Z');
    expect(await load(root, stores)).toEqual(['posts/a', 'posts/c']);
    for (const id of ['a', 'c'])
      expect(keptText(root, stores, id).html).toContain('href="/posts/b/"');
  });
});

describe('a second build renders', () => {
  const FILES = {
    'posts/a.md': post({}, '[b](./b.md) ![c](./c.png)'),
    'posts/b.md': post({}),
    'posts/c.png': '',
  };

  test.each([
    ['nothing where nothing changed', {}, []],
    ['a text that changed', { 'posts/b.md': post({}, 'New.') }, ['posts/b']],
    ['front matter that changed', { 'posts/b.md': post({ title: 'New' }) }, ['posts/b']],
    ['a new post', { 'posts/d.md': post({}) }, ['posts/d']],
    [
      'a text that links to a post whose address changed',
      { 'posts/b.md': post({ slug: 'new' }) },
      ['posts/a', 'posts/b'],
    ],
    ['a text with a picture that has a dark twin now', { 'posts/c.dark.png': '' }, ['posts/a']],
  ])('%s', async (_, changed, written) => {
    const root = site(FILES);
    const stores = newStores();
    await load(root, stores);
    write(root, content(changed as Record<string, string>));
    expect(await load(root, stores)).toEqual(written);
  });

  test('what links to a picture that is gone, and so tells of it', async () => {
    const root = site(FILES);
    const stores = newStores();
    await load(root, stores);
    renameSync(join(root, 'src/content/posts/c.png'), join(root, 'c.png'));
    expect(await refusal(root, stores)).toEqual([
      'src/content/posts/a.md:6:13  picture: there is no ./c.png here',
    ]);
  });

  test('what links to an address where nothing is any more, and so tells of it', async () => {
    const root = site({
      'posts/a.md': post({}, '[b](/posts/b/#c)'),
      'posts/b.md': post({}, '## C'),
    });
    const stores = newStores();
    expect(await load(root, stores)).toEqual(['authors/jane', 'posts/a', 'posts/b']);
    write(root, content({ 'posts/b.md': post({}, '## D') }));
    expect(await refusal(root, stores)).toEqual([
      'src/content/posts/a.md:6:1  link: /posts/b/#c has no heading #c; did you mean #d?',
    ]);
    write(root, content({ 'posts/b.md': post({ slug: 'd' }) }));
    expect(await refusal(root, stores)).toEqual([
      'src/content/posts/a.md:6:1  link: there is nothing at /posts/b/',
    ]);
    write(root, content({ 'posts/c.md': post({ slug: 'b' }, '## C') }));
    expect(await load(root, stores)).toContain('posts/a');
  });

  test('nothing for a picture that has become too large or that nothing shows now, but tells of it', async () => {
    const error = vi.mocked(console.error);
    const root = site({ 'posts/a/index.md': post({}, '![b](./b.png)'), 'posts/a/b.png': '' });
    const stores = newStores();
    await load(root, stores);
    expect(error).not.toHaveBeenCalled();
    write(root, content({ 'posts/a/b.png': 'x'.repeat(2_000_001), 'posts/a/c.png': '' }));
    for (const run of ['warm', 'again']) {
      error.mockClear();
      await load(root, stores);
      expect([run, ...error.mock.calls.map(([line]) => line as string)]).toEqual([
        run,
        'src/content/posts/a/index.md:1:1  warning: picture: ./c.png is shown nowhere; take it away, or show it',
        'src/content/posts/a/index.md:6:1  warning: picture: ./b.png has 2.1 MB; make it smaller than 2 MB',
      ]);
    }
  });

  test('what was rendered, with what is shown now, and was shown before', async () => {
    const stores = newStores();
    const root = site({ 'posts/a.md': post({}, 'Old.'), 'pages/p.md': '---\ntitle: P\n---\n\nP.' });
    await load(root, stores);
    expect(keptText(root, stores, 'a').html).toContain('<p>Old.</p>');
    expect(stores.pages.get('p')?.rendered?.html).toContain('<p>P.</p>');
    write(root, content({ 'posts/a.md': post({}, 'New.') }));
    await load(root, stores);
    expect(keptText(root, stores, 'a').html).toContain('<p>New.</p>');
    expect(new KeptTexts(root).records().size).toBe(4);
    await load(root, stores);
    expect(new KeptTexts(root).records().size).toBe(3);
  });

  test('all of it where what was kept is gone', async () => {
    const root = site({ 'posts/a.md': post({}), 'posts/b.md': post({}) });
    const stores = newStores();
    await load(root, stores);
    expect(await load(root, stores)).toEqual([]);
    const all = ['authors/jane', 'posts/a', 'posts/b'];
    rmSync(join(root, '.cache'), { recursive: true });
    expect(await load(root, stores)).toEqual(all);
  });

  test('and drops what is gone', async () => {
    const root = site({ 'posts/a.md': post({}), 'posts/b.md': post({}) });
    const stores = newStores();
    await load(root, stores);
    mkdirSync(join(root, 'away'));
    renameSync(join(root, 'src/content/posts/a.md'), join(root, 'away/a.md'));
    await load(root, stores);
    expect([...stores.posts.keys()]).toEqual(['b']);
  });
});

describe('in development', () => {
  const newWatcher = () => new EventEmitter();

  test('mistakes are printed, and it goes on', async () => {
    const root = site({ 'posts/a.md': post({ draft: 'yes' }), 'posts/b.md': post({}) });
    const stores = newStores();
    await load(root, stores, newWatcher());
    expect(vi.mocked(console.error).mock.calls).toEqual([
      [expect.stringContaining('src/content/posts/a.md:4:1  draft: must be true or false')],
    ]);
    expect([...stores.posts.keys()]).toEqual(['b']);
  });

  test('a file keeps its last good entry while its front matter has mistakes', async () => {
    const root = site({ 'posts/a.md': post({ title: 'Good' }) });
    const stores = newStores();
    await load(root, stores, newWatcher());
    write(root, content({ 'posts/a.md': post({ title: '' }) }));
    await load(root, stores, newWatcher());
    expect(stores.posts.get('a')?.data).toMatchObject({ title: 'Good' });
  });

  test('all that is wrong is passed on to who watches, until nothing is', async () => {
    const root = site({ 'posts/a.md': post({}, '[x](./nope.md)') });
    const stores = newStores();
    const watcher = newWatcher();
    const said: Diagnostic[][] = [];
    watcher.on(DIAGNOSTICS_EVENT, (diagnostics: Diagnostic[]) => said.push(diagnostics));
    await load(root, stores, watcher);
    write(root, content({ 'posts/a.md': post({}) }));
    await load(root, stores, watcher);
    expect(said).toEqual([[expect.objectContaining({ line: 6, column: 1 })], []]);
  });
});
