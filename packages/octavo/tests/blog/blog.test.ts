import { describe, expect, test } from 'vitest';
import { packTerms, termsOf } from '../../src/words/terms.ts';
import type { Mode } from '../../src/settings/context.ts';
import { blog } from '../helpers.ts';

const ids = (posts: readonly { id: string }[]) => posts.map(({ id }) => id);

describe('the blog of entries', () => {
  test('has the newest post first, each with its neighbors', () => {
    const { posts } = blog({
      'posts/b.md': { date: '2024-01-02' },
      'posts/c.md': { date: '2024-01-03' },
      'posts/a.md': { date: '2024-01-01' },
    });
    expect(posts.map(({ newer, id, older }) => [newer?.id, id, older?.id])).toEqual([
      [undefined, 'c', 'b'],
      ['c', 'b', 'a'],
      ['b', 'a', undefined],
    ]);
  });

  const FILES = {
    'posts/draft.md': { date: '2024-01-01', draft: true },
    'posts/scheduled.md': { date: '2024-01-03' },
    'posts/unlisted.md': { date: '2024-01-02', unlisted: true },
    'posts/now.md': { date: '2024-01-02' },
    'pages/about.md': {},
    'pages/draft.md': { draft: true },
  };
  test.each<[mode: Mode, posts: string[], unlisted: string[], pages: string[]]>([
    ['build', ['now'], ['unlisted'], ['about']],
    ['preview', ['scheduled', 'now', 'draft'], ['unlisted'], ['about', 'draft']],
    ['dev', ['scheduled', 'now', 'draft'], ['unlisted'], ['about', 'draft']],
  ])('has in the mode %s the posts %j', (mode, posts, unlisted, pages) => {
    const made = blog(FILES, {}, { mode, now: '2024-01-02T00:00:00Z' });
    expect([made.posts, made.unlisted, made.pages].map(ids)).toEqual([posts, unlisted, pages]);
  });

  test('knows which of them are published', () => {
    const { posts, unlisted, pages } = blog(FILES, {}, { mode: 'dev', now: '2024-01-02' });
    const published = [...posts, ...unlisted, ...pages].filter((one) => one.published);
    expect(ids(published)).toEqual(['now', 'unlisted', 'about']);
  });

  test('has a post from the moment of its date', () => {
    const at = (now: string) => ids(blog(FILES, {}, { now }).posts);
    expect(at('2024-01-02T23:59:59.999Z')).toEqual(['now']);
    expect(at('2024-01-03T00:00:00.000Z')).toEqual(['scheduled', 'now']);
  });

  test('has unlisted posts apart: without neighbors, and no neighbor of any', () => {
    const { posts, unlisted } = blog({
      'posts/a.md': { date: '2024-01-01' },
      'posts/b.md': { date: '2024-01-02', unlisted: true },
      'posts/c.md': { date: '2024-01-03' },
    });
    expect(ids(posts)).toEqual(['c', 'a']);
    expect(posts[0]?.older?.id).toBe('a');
    expect(unlisted).toMatchObject([{ id: 'b', url: '/posts/b/' }]);
    expect(unlisted[0]).not.toHaveProperty('newer');
  });

  test('has a pinned post at its place among its neighbors', () => {
    const { posts } = blog({
      'posts/a.md': { date: '2024-01-01', pinned: true },
      'posts/b.md': { date: '2024-01-02' },
    });
    expect(ids(posts)).toEqual(['b', 'a']);
  });

  test('names a tag on every post as the oldest writes it', () => {
    const { posts, tags } = blog({
      'posts/new.md': { date: '2024-01-02', tags: ['GOLANG', 'Web'] },
      'posts/old.md': { date: '2024-01-01', tags: ['golang'] },
    });
    expect(posts.map((post) => post.tags.map(({ name }) => name))).toEqual([
      ['golang', 'Web'],
      ['golang'],
    ]);
    expect([...tags.keys()]).toEqual(['golang', 'web']);
    expect(ids(tags.get('golang')!.posts)).toEqual(['new', 'old']);
  });

  test('has no tag of unlisted posts alone', () => {
    const { tags, unlisted } = blog({ 'posts/a.md': { tags: ['Go'], unlisted: true } });
    expect(tags.size).toBe(0);
    expect(unlisted[0]?.tags).toEqual([]);
  });

  test('has series, whose posts know their part, the oldest the first', () => {
    const { posts, series } = blog({
      'posts/two.md': { date: '2024-01-02', series: 'Proxies' },
      'posts/one.md': { date: '2024-01-01', series: 'Proxies' },
      'posts/hidden.md': { date: '2024-01-03', series: 'Proxies', unlisted: true },
      'posts/alone.md': { date: '2024-01-04' },
    });
    const proxies = series.get('proxies')!;
    expect(ids(proxies.posts)).toEqual(['one', 'two']);
    expect(posts.map(({ id, part }) => [id, part?.number])).toEqual([
      ['alone', undefined],
      ['two', 2],
      ['one', 1],
    ]);
    expect(posts[1]?.part?.series).toBe(proxies);
  });

  test('has related posts, except the parts of the series, else the neighbors', () => {
    const body = { terms: packTerms(termsOf('ztunnel hbone')) };
    const days = Array.from({ length: 5 }, (_, index) => `2024-01-0${index + 1}`);
    const files = days.map((date) => [`posts/${date}.md`, { title: date, date, body }] as const);
    const { posts, related } = blog({
      ...Object.fromEntries(files),
      'posts/part-1.md': { date: '2024-02-01', series: 'Proxies', body },
      'posts/between.md': { date: '2024-02-02', body },
      'posts/part-2.md': { date: '2024-02-03', series: 'Proxies', body },
    });
    const part = posts.find(({ id }) => id === 'part-2')!;
    expect(ids(related(part))).toEqual(['between', '2024-01-05', '2024-01-04']);
    const between = posts.find(({ id }) => id === 'between')!;
    expect(ids(related(between))).toEqual(['2024-01-05', '2024-01-04', '2024-01-03']);
  });

  test('has no part for the only post of a series, which has neighbors', () => {
    const { posts, series } = blog({ 'posts/one.md': { series: 'Proxies' } });
    expect(posts[0]!.part).toBeUndefined();
    expect(ids(series.get('proxies')!.posts)).toEqual(['one']);
  });

  test.each([
    [[], ''],
    [['2024-05-01', '2024-01-01'], '2024'],
    [['2019-12-31', '2026-01-01', '2022-01-01'], '2019–2026'],
  ])('has the years of its posts: %j', (dates, years) => {
    const files = dates.map((date) => [`posts/${date}.md`, { title: date, date }]);
    expect(blog(Object.fromEntries(files)).years).toBe(years);
  });

  test('has the authors, and the one of the settings', () => {
    const { authors, author } = blog({ 'authors/john.md': { name: 'John' } });
    expect(ids(authors)).toEqual(['jane', 'john']);
    expect(author).toBe(authors[0]);
    expect(blog({}, { author: 'nobody' }).author).toBeUndefined();
  });

  test('has pages with their paths and front matter', () => {
    const { pages } = blog({ 'pages/legal/imprint.md': { title: 'Imprint' } });
    expect(pages).toMatchObject([
      {
        id: 'legal/imprint',
        url: '/legal/imprint/',
        path: 'src/content/pages/legal/imprint.md',
        title: 'Imprint',
        unlisted: false,
        published: true,
      },
    ]);
  });

  test('is empty without posts', () => {
    const { posts, unlisted, pages, tags, series } = blog({});
    expect([posts, unlisted, pages, [...tags], [...series]]).toEqual([[], [], [], [], []]);
  });
});

describe('notes', () => {
  const body = (text: string) => ({
    text: { words: 9, characters: 0, automatic: { text, goesOn: false } },
  });
  const FILES = {
    'posts/x.md': { date: '2024-01-01', tags: ['go'] },
    'posts/y.md': { date: '2024-01-03' },
    'notes/2024/x.md': {
      date: '2024-01-02',
      tags: ['Go'],
      body: body('Some words & more of them, so that it is long enough to be cut somewhere'),
    },
    'notes/titled.md': { title: 'A `title`', date: '2024-01-04', slug: 's' },
    'notes/hidden.md': { date: '2024-01-04', unlisted: true },
    'notes/picture.md': { date: '2023-01-01', body: body('') },
  };
  const made = blog(FILES, { notes: {} });

  test('are posts with URLs of their own', () => {
    expect(made.notes.map(({ kind, url }) => [kind, url])).toEqual([
      ['note', '/notes/s/'],
      ['note', '/notes/x/'],
      ['note', '/notes/picture/'],
    ]);
    expect(made.unlisted.map(({ url }) => url)).toEqual(['/notes/hidden/']);
  });

  test('have their first words as a title, without markup, if they have none', () => {
    const titles = made.notes.map(({ hasTitle, title, titleHtml, pageTitle }) => [
      hasTitle,
      title,
      titleHtml,
      pageTitle,
    ]);
    expect(titles).toEqual([
      [true, 'A title', 'A <code>title</code>', 'A title'],
      [
        false,
        'Some words & more of them, so that it is long enough to be…',
        'Some words &amp; more of them, so that it is long enough to be…',
        'January 2, 2024: Some words & more of them, so that it is long enough to be…',
      ],
      [false, 'picture', 'picture', 'January 1, 2023: picture'],
    ]);
  });

  test('are among all posts and those of a tag, and only by the setting on the index and in feeds', () => {
    expect(ids(made.posts)).toEqual(['titled', 'y', '2024/x', 'x', 'picture']);
    expect(ids(made.tags.get('go')!.posts)).toEqual(['2024/x', 'x']);
    for (const list of [made.listed, made.mainPosts]) expect(ids(list)).toEqual(['y', 'x']);
    const all = blog(FILES, { notes: { onIndex: true } });
    for (const list of [all.listed, all.mainPosts]) expect(ids(list)).toEqual(ids(all.posts));
  });

  test('are no neighbors of posts, and have none', () => {
    expect(made.posts.map(({ newer, older }) => [newer?.id, older?.id])).toEqual([
      [undefined, undefined],
      [undefined, 'x'],
      [undefined, undefined],
      ['y', undefined],
      [undefined, undefined],
    ]);
  });
});

describe('an author', () => {
  const fediverse = '@jane@example.social';

  test('has the account of the settings only as the author of the site', () => {
    const { authors } = blog({ 'authors/john.md': { name: 'John' } }, { fediverse });
    expect(authors.map((author) => author.fediverse)).toEqual([fediverse, undefined]);
  });

  test('has the account of the own file before that of the settings', () => {
    const own = '@jane@example.org';
    const { author } = blog({ 'authors/jane.md': { name: 'Jane', fediverse: own } }, { fediverse });
    expect(author?.fediverse).toBe(own);
  });
});

describe('a post', () => {
  const FILES = {
    'authors/jane.md': { name: 'Jane', url: 'https://jane.example/' },
    'authors/john.md': { name: 'John' },
  };
  const made = (frontMatter: object) =>
    blog(
      { ...FILES, 'posts/2020/hello.md': { date: '2024-01-06', ...frontMatter } },
      { permalink: '/:year/:slug/' },
    ).posts[0]!;

  test('has the path of its permalink', () => {
    expect(made({})).toMatchObject({
      url: '/2024/hello/',
      path: 'src/content/posts/2020/hello.md',
    });
  });

  test('has the path of its slug', () => {
    expect(made({ slug: 'Other' }).url).toBe('/2024/Other/');
  });

  test('has summary, minutes, words and headings of its body', () => {
    const headings = [{ depth: 2, slug: 'one', text: 'One' }];
    const text = {
      automatic: { text: 'One Text.', goesOn: true },
      beforeMore: { text: 'One', goesOn: true },
      words: 300,
      characters: 10,
    };
    const post = made({ description: 'D', body: { headings, text } });
    expect(post).toMatchObject({
      summary: 'One ...',
      summaryHtml: 'One<span class="goes-on"> ...</span>',
      minutes: 2,
      words: 310,
      toc: false,
    });
    expect(post.headings).toEqual(headings);
  });

  test('has code and quotation marks in its title, description and summary', () => {
    const line = "Don't `a`";
    expect(made({ title: line, description: line, summary: line })).toMatchObject({
      ...{ title: 'Don’t a', titleHtml: 'Don’t <code>a</code>' },
      ...{ description: 'Don’t a', descriptionHtml: 'Don’t <code>a</code>' },
      ...{ summary: 'Don’t a', summaryHtml: 'Don’t <code>a</code>' },
    });
  });

  test('is sorted by its title as typed', () => {
    const titles = ['a', '`b`'];
    const { posts } = blog(
      Object.fromEntries(titles.map((title, index) => [`posts/${index}.md`, { title }])),
    );
    expect(posts.map(({ title }) => title)).toEqual(['b', 'a']);
  });

  test('has the author of the site where it names none', () => {
    expect(made({}).authors).toMatchObject([
      { id: 'jane', name: 'Jane', url: '/authors/jane/', homepage: 'https://jane.example/' },
    ]);
  });

  test('has the authors that it names, in its order', () => {
    const { authors } = made({ authors: ['john', 'jane'] });
    expect(authors.map(({ name }) => name)).toEqual(['John', 'Jane']);
  });

  test.each([
    ['from three headings', {}, 3, true],
    ['not from two', {}, 2, false],
    ['where its front matter asks for one', { toc: true }, 1, true],
    ['not where its front matter refuses one', { toc: false }, 3, false],
  ])('has a table of contents %s', (_, frontMatter, count, toc) => {
    const headings = ['a', 'b', 'c'].map((slug) => ({ depth: 2, slug, text: slug }));
    expect(made({ ...frontMatter, body: { headings: headings.slice(0, count) } }).toc).toBe(toc);
  });
});
