import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { KeptMetadata } from '../../src/words/excerpt.ts';
import { KeptTexts } from '../../src/content/text-cache.ts';
import type { Blog } from '../../src/blog/blog.ts';
import { packTerms } from '../../src/words/terms.ts';
import { folder, render } from '../helpers.ts';

vi.mock('#site-config', () => ({
  frontMatter: {},
  mdastPlugins: [],
  hastPlugins: [],
  settings: {
    title: 'Notes',
    description: 'Notes on many things.',
    url: 'https://example.com/',
    author: 'jane',
    permalink: '/:year/:slug/',
  },
}));

const collections: Record<string, unknown[]> = {};
vi.mock('astro:content', () => ({
  getCollection: (name: string, filter: (entry: unknown) => boolean = () => true) =>
    Promise.resolve(collections[name]?.filter(filter)),
}));

const AUTHORS = [
  { id: 'jane', data: { name: 'Jane', url: 'https://jane.example/' } },
  { id: 'john', data: { name: 'John' } },
];

/** Returns an entry as the content store holds it. */
async function entry(id: string, day: string, given: object = {}, text = 'A text.') {
  return {
    id,
    filePath: `src/content/posts/${id}.md`,
    data: {
      title: id,
      date: { day, time: Date.parse(day), datetime: day },
      tags: [],
      authors: [],
      aliases: [],
      draft: false,
      unlisted: false,
      pinned: false,
      ...given,
    },
    rendered: { metadata: await kept(text) },
  };
}

/** Returns what the loader keeps of a text. */
async function kept(text: string): Promise<object> {
  const rendering = await render(text);
  return { ...rendering, terms: packTerms(rendering.text.terms) };
}

/** Reads a blog of these posts, as in a build or in development. */
async function blogOf(posts: unknown[], inDevelopment = false, isPreview = false): Promise<Blog> {
  vi.stubGlobal('IN_DEVELOPMENT', inDevelopment);
  vi.stubGlobal('IS_PREVIEW', isPreview);
  Object.assign(collections, { posts: await Promise.all(posts), authors: AUTHORS });
  const { getBlog } = await import('../../src/blog/blog.ts');
  return getBlog();
}

const ids = (posts: { id: string }[]) => posts.map(({ id }) => id);

beforeEach(() => {
  vi.resetModules();
});

describe('the blog', () => {
  test('has the newest post first, each with its neighbours', async () => {
    const { posts } = await blogOf([
      entry('b', '2024-01-02'),
      entry('c', '2024-01-03'),
      entry('a', '2024-01-01'),
    ]);
    expect(posts.map(({ newer, id, older }) => [newer?.id, id, older?.id])).toEqual([
      [undefined, 'c', 'b'],
      ['c', 'b', 'a'],
      ['b', 'a', undefined],
    ]);
  });

  test('has no draft in a build', async () => {
    const { posts } = await blogOf([
      entry('a', '2024-01-01'),
      entry('b', '2024-01-02', { draft: true }),
    ]);
    expect(ids(posts)).toEqual(['a']);
  });

  test('has drafts in development', async () => {
    const { posts } = await blogOf([entry('a', '2024-01-01', { draft: true })], true);
    expect(ids(posts)).toEqual(['a']);
  });

  test('has drafts in a preview', async () => {
    const { posts } = await blogOf([entry('a', '2024-01-01', { draft: true })], false, true);
    expect(ids(posts)).toEqual(['a']);
  });

  test('has no post in a build before its date, and all in a preview and in development', async () => {
    vi.stubEnv('OCTAVO_NOW', '2024-01-01T23:59:59Z');
    const entries = () => [entry('a', '2024-01-01'), entry('b', '2024-01-02')];
    expect(ids((await blogOf(entries())).posts)).toEqual(['a']);
    vi.resetModules();
    expect(ids((await blogOf(entries(), false, true)).posts)).toEqual(['b', 'a']);
    vi.resetModules();
    expect(ids((await blogOf(entries(), true)).posts)).toEqual(['b', 'a']);
    vi.unstubAllEnvs();
  });

  test('has the text of a post from where the loader put it', async () => {
    const root = folder();
    vi.stubGlobal('PROJECT_ROOT', root);
    const { rendered, ...rest } = await entry('a', '2024-01-01');
    const metadata = { ...(rendered!.metadata as unknown as KeptMetadata), terms: 'apart 2' };
    new KeptTexts(root).write([{ digest: 'digest', html: '<p>Apart.</p>', metadata, record: '' }]);
    const { posts } = await blogOf([{ ...rest, digest: 'digest', rendered: { html: '' } }]);
    expect(posts[0]?.terms).toBe('apart 2');
    expect(posts[0]?.entry.rendered).toMatchObject({ html: '<p>Apart.</p>', metadata });
  });

  test('has unlisted posts apart: without neighbours, and no neighbour of any', async () => {
    const { posts, unlisted } = await blogOf([
      entry('a', '2024-01-01'),
      entry('b', '2024-01-02', { unlisted: true }),
      entry('c', '2024-01-03'),
    ]);
    expect(ids(posts)).toEqual(['c', 'a']);
    expect(posts[0]?.older?.id).toBe('a');
    expect(unlisted).toMatchObject([{ id: 'b', url: '/2024/b/' }]);
    expect(unlisted[0]).not.toHaveProperty('newer');
  });

  test('leaves a pinned post at its place among its neighbours', async () => {
    const { posts } = await blogOf([
      entry('a', '2024-01-01', { pinned: true }),
      entry('b', '2024-01-02'),
    ]);
    expect(ids(posts)).toEqual(['b', 'a']);
  });

  test('names a tag on every post as the oldest writes it', async () => {
    const { posts, tags } = await blogOf([
      entry('new', '2024-01-02', { tags: ['GOLANG', 'Web'] }),
      entry('old', '2024-01-01', { tags: ['golang'] }),
    ]);
    expect(posts.map((post) => post.tags.map(({ name }) => name))).toEqual([
      ['golang', 'Web'],
      ['golang'],
    ]);
    expect([...tags.keys()]).toEqual(['golang', 'web']);
    expect(ids(tags.get('golang')!.posts)).toEqual(['new', 'old']);
  });

  test('has no tag of unlisted posts alone', async () => {
    const { tags, unlisted } = await blogOf([
      entry('a', '2024-01-01', { tags: ['Go'], unlisted: true }),
    ]);
    expect(tags.size).toBe(0);
    expect(unlisted[0]?.tags).toEqual([]);
  });

  test('is read once in a build', async () => {
    const first = await blogOf([entry('a', '2024-01-01')]);
    expect(await blogOf([])).toBe(first);
  });

  test('is read anew each time in development', async () => {
    await blogOf([entry('a', '2024-01-01')], true);
    expect((await blogOf([entry('b', '2024-01-01')], true)).posts.map(({ id }) => id)).toEqual([
      'b',
    ]);
  });

  test('is empty without posts', async () => {
    expect(await blogOf([])).toMatchObject({ posts: [], unlisted: [] });
  });
});

describe('a post', () => {
  const read = async (given: object, text?: string) =>
    (await blogOf([entry('2020/hello', '2024-01-06', given, text)])).posts[0];

  test('has the address of its permalink', async () => {
    expect(await read({})).toMatchObject({
      url: '/2024/hello/',
      path: 'src/content/posts/2020/hello.md',
    });
  });

  test('has the address of its slug', async () => {
    expect(await read({ slug: 'Other' })).toMatchObject({ url: '/2024/Other/' });
  });

  test('has summary, minutes and headings of its text', async () => {
    const post = await read(
      { description: 'D' },
      `## One\n\nText.\n\n<!--more-->\n\n${'w '.repeat(300)}`,
    );
    expect(post).toMatchObject({ summary: 'One Text. ...', minutes: 2, toc: false });
    expect(post?.headings).toEqual([{ depth: 2, slug: 'one', text: 'One' }]);
  });

  test('has the author of the site where it names none', async () => {
    expect((await read({}))?.authors).toMatchObject([
      { id: 'jane', name: 'Jane', url: '/authors/jane/', homepage: 'https://jane.example/' },
    ]);
  });

  test('has the authors that it names, in its order', async () => {
    const { authors = [] } = (await read({ authors: ['john', 'jane'] })) ?? {};
    expect(authors.map(({ name }) => name)).toEqual(['John', 'Jane']);
  });

  test.each([
    ['from three headings', {}, '## A\n\n## B\n\n## C', true],
    ['not from two', {}, '## A\n\n## B', false],
    ['where it says so', { toc: true }, '## A', true],
    ['not where it says no', { toc: false }, '## A\n\n## B\n\n## C', false],
  ])('has a table of contents %s', async (_, given, text, toc) => {
    expect((await read(given, text))?.toc).toBe(toc);
  });
});
