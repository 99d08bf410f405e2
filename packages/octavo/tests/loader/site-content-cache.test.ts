import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { TextCache } from '../../src/content/text-cache.ts';
import { post } from '../../../../tests/posts.ts';
import { content, write } from '../helpers.ts';
import { keptText, load, newStores, refusal, site } from './loads.ts';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

describe('a build after a date has come', () => {
  const FILES = {
    'posts/a.md': post({}, '[b](./b.md)'),
    'posts/b.md': post({ date: '2027-01-06' }),
    'posts/c.md': post({ date: '2027-01-06' }, '[b](./b.md)'),
    'posts/d.md': post({}),
  };

  test('renders only files that link there', async () => {
    const [stores, root] = [newStores(), site(FILES)];
    expect(await refusal(root, stores, { now: '2027-01-05T23:59:59Z' })).toEqual([
      'src/content/posts/a.md:6:1  link: ./b.md is scheduled for 2027-01-06 and has no page until then',
    ]);
    expect(await load(root, stores, { now: '2027-01-06T00:00:00Z' })).toEqual([
      'posts/a',
      'posts/c',
    ]);
    for (const id of ['a', 'c'])
      expect(keptText(root, stores, id).html).toContain('href="/posts/b/"');
  });
});

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';

describe('a second build renders', () => {
  const FILES = {
    'posts/a.md': post({}, '[b](./b.md) ![c](./c.svg)'),
    'posts/b.md': post({}),
    'posts/c.svg': PICTURE,
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
    [
      'a text with a picture that has a dark twin now',
      { 'posts/c.dark.svg': PICTURE },
      ['posts/a'],
    ],
  ])('%s', async (_, changed, written) => {
    const root = site(FILES);
    const stores = newStores();
    await load(root, stores);
    write(root, content(changed as Record<string, string>));
    expect(await load(root, stores)).toEqual(written);
  });

  test('files that link to a deleted picture, and reports it', async () => {
    const root = site(FILES);
    const stores = newStores();
    await load(root, stores);
    renameSync(join(root, 'src/content/posts/c.svg'), join(root, 'c.svg'));
    expect(await refusal(root, stores)).toEqual([
      'src/content/posts/a.md:6:13  picture: ./c.svg not found',
    ]);
  });

  test('files that link to a deleted URL, and reports it', async () => {
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
      'src/content/posts/a.md:6:1  link: /posts/b/ not found',
    ]);
    write(root, content({ 'posts/c.md': post({ slug: 'b' }, '## C') }));
    expect(await load(root, stores)).toContain('posts/a');
  });

  test('nothing for a picture that became too large or unused, but reports it', async () => {
    const error = vi.mocked(console.error);
    const root = site({ 'posts/a/index.md': post({}, '![b](./b.svg)'), 'posts/a/b.svg': PICTURE });
    const stores = newStores();
    await load(root, stores);
    expect(error).not.toHaveBeenCalled();
    write(
      root,
      content({ 'posts/a/b.svg': PICTURE + ' '.repeat(2_000_001), 'posts/a/c.svg': PICTURE }),
    );
    for (const run of ['warm', 'again']) {
      error.mockClear();
      await load(root, stores);
      expect([run, ...error.mock.calls.map(([line]) => line as string)]).toEqual([
        run,
        'src/content/posts/a/index.md:1:1  warning: picture: ./c.svg is unused; remove it or show it',
        'src/content/posts/a/index.md:6:1  warning: picture: ./b.svg is 2.1 MB; make it smaller than 2 MB',
      ]);
    }
  });

  test('rendered posts with their current and earlier data', async () => {
    const stores = newStores();
    const root = site({ 'posts/a.md': post({}, 'Old.'), 'pages/p.md': '---\ntitle: P\n---\n\nP.' });
    await load(root, stores);
    expect(keptText(root, stores, 'a').html).toContain('<p>Old.</p>');
    expect(keptText(root, stores, 'p', 'pages').html).toContain('<p>P.</p>');
    write(root, content({ 'posts/a.md': post({}, 'New.') }));
    await load(root, stores);
    expect(keptText(root, stores, 'a').html).toContain('<p>New.</p>');
    expect(new TextCache(root).records().size).toBe(4);
    await load(root, stores);
    expect(new TextCache(root).records().size).toBe(3);
  });

  test('everything if the cache is deleted', async () => {
    const root = site({ 'posts/a.md': post({}), 'posts/b.md': post({}) });
    const stores = newStores();
    await load(root, stores);
    expect(await load(root, stores)).toEqual([]);
    const all = ['authors/jane', 'posts/a', 'posts/b'];
    rmSync(join(root, '.cache'), { recursive: true });
    expect(await load(root, stores)).toEqual(all);
  });

  test('and drops deleted files', async () => {
    const root = site({ 'posts/a.md': post({}), 'posts/b.md': post({}) });
    const stores = newStores();
    await load(root, stores);
    mkdirSync(join(root, 'away'));
    renameSync(join(root, 'src/content/posts/a.md'), join(root, 'away/a.md'));
    await load(root, stores);
    expect([...stores.posts.keys()]).toEqual(['b']);
  });
});

describe('a text that changed', () => {
  const FENCE = '```js\nconst a = 1;\n```';
  const edited = post({}, `Edited.\n\n${FENCE}`);

  test('has the code in colors of its last rendering', async () => {
    const [stores, root] = [newStores(), site({ 'posts/a.md': post({}, FENCE) })];
    await load(root, stores);
    replaceInColored(root, 'const', 'reused');
    write(root, content({ 'posts/a.md': edited }));
    await load(root, stores);
    expect(keptText(root, stores, 'a').html).toMatch(/Edited.*reused/s);
  });

  test('is as if it were rendered for the first time', async () => {
    const [stores, root] = [newStores(), site({ 'posts/a.md': post({}, FENCE) })];
    await load(root, stores);
    write(root, content({ 'posts/a.md': edited }));
    await load(root, stores);
    const [fresh, other] = [newStores(), site({ 'posts/a.md': edited })];
    await load(other, fresh);
    expect(keptText(root, stores, 'a')).toEqual(keptText(other, fresh, 'a'));
  });

  test('has new colors where its code changed', async () => {
    const [stores, root] = [newStores(), site({ 'posts/a.md': post({}, FENCE) })];
    await load(root, stores);
    replaceInColored(root, 'const', 'reused');
    write(root, content({ 'posts/a.md': post({}, FENCE.replace('1', '2')) }));
    await load(root, stores);
    expect(keptText(root, stores, 'a').html).not.toContain('reused');
  });
});

/** Replaces a text in the code that the cache has in colors. */
function replaceInColored(root: string, from: string, to: string): void {
  const database = new DatabaseSync(join(root, '.cache/octavo/texts.sqlite'));
  const { changes } = database
    .prepare('update texts set colored = replace(colored, ?, ?) where colored like ?')
    .run(from, to, `%${from}%`);
  database.close();
  expect(changes).toBe(1);
}
