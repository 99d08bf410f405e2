import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { NO_EXTENSIONS } from '../../src/settings/context.ts';
import type { SiteConfig } from '../../src/settings/settings.ts';
import { newContent, type EntryOptions } from '../../src/cli/new.ts';
import { post } from '../../../../tests/posts.ts';
import { readFiles, settings } from '../helpers.ts';

interface Given {
  files?: Record<string, string>;
  options?: Partial<SiteConfig>;
}

function made(
  title: string,
  entry: EntryOptions & { date?: string } = {},
  { files = {}, options }: Given = {},
) {
  const site = { settings: settings(options), extensions: NO_EXTENSIONS };
  return newContent({ title, day: '2024-01-06', ...entry }, readFiles(files, options), site);
}

describe('the file of a new post', () => {
  test.each<[string, EntryOptions, string, string]>([
    ['A title', {}, 'posts/a-title.md', '/posts/a-title/'],
    ['A title', { mdx: true }, 'posts/a-title.mdx', '/posts/a-title/'],
    ['A title', { bundle: true }, 'posts/a-title/index.md', '/posts/a-title/'],
    ['A title', { bundle: true, mdx: true }, 'posts/a-title/index.mdx', '/posts/a-title/'],
    ['About me', { page: true }, 'pages/about-me.md', '/about-me/'],
    ['Größe in C++: 日本語', {}, 'posts/größe-in-c++-日本語.md', '/posts/größe-in-c++-日本語/'],
    ['.NET 9', {}, 'posts/dotnet-9.md', '/posts/dotnet-9/'],
    ['It is *short*: so', { note: true }, 'notes/it-is-short-so.md', '/notes/it-is-short-so/'],
    [
      'Of ten words, of which the name has only seven or',
      { note: true },
      'notes/of-ten-words-of-which-the-name-has.md',
      '/notes/of-ten-words-of-which-the-name-has/',
    ],
    ['  Two \n lines ', {}, 'posts/two-lines.md', '/posts/two-lines/'],
    ['語'.repeat(300), {}, `posts/${'語'.repeat(66)}.md`, `/posts/${'語'.repeat(66)}/`],
  ])('of the title %j with %j', (title, wish, path, url) => {
    expect(made(title, wish, { options: { notes: {} } })).toMatchObject({
      path: `src/content/${path}`,
      url,
    });
  });

  const languages = { de: {}, ja: {} };
  const german = { 'posts/b.de.md': post({}) };
  const folders = { 'posts/de/b.md': post({}) };
  test.each<[string, EntryOptions, Record<string, string>, string, string]>([
    ['A', {}, german, 'posts/a.md', '/posts/a/'],
    ['A', { lang: 'en' }, german, 'posts/a.md', '/posts/a/'],
    ['A', { lang: 'de' }, {}, 'posts/a.de.md', '/de/posts/a/'],
    ['A', { lang: 'de' }, german, 'posts/a.de.md', '/de/posts/a/'],
    ['A', { lang: 'de' }, { 'posts/a.md': post({}) }, 'posts/a.de.md', '/de/posts/a/'],
    ['A', { lang: 'de', bundle: true }, {}, 'posts/a/index.de.md', '/de/posts/a/'],
    ['A', { lang: 'de', page: true }, {}, 'pages/a.de.md', '/de/a/'],
    ['A', { lang: 'de' }, folders, 'posts/de/a.md', '/de/posts/a/'],
    ['A', { lang: 'de', bundle: true }, folders, 'posts/de/a/index.md', '/de/posts/a/'],
    ['A', { lang: 'ja', mdx: true }, folders, 'posts/ja/a.mdx', '/ja/posts/a/'],
    [
      'A',
      { lang: 'ja' },
      { ...folders, 'posts/b.ja.md': post({}) },
      'posts/a.ja.md',
      '/ja/posts/a/',
    ],
    ['On b.de', {}, {}, 'posts/on-b.de.en.md', '/posts/on-b.de/'],
  ])('of the title %j with %j beside %j, in a language', (title, wish, files, path, url) => {
    const { path: found, ...entry } = made(title, wish, { files, options: { languages } });
    expect(found).toBe(`src/content/${path}`);
    expect(entry).toMatchObject({ url });
  });

  test('is below the folder of the default language', () => {
    const options = { languages, prefixDefaultLanguage: true };
    expect(made('A', {}, { options }).url).toBe('/en/posts/a/');
  });

  test('has its URL from the settings', () => {
    const options = { permalink: '/:year/:month/:slug/' };
    expect(made('A', {}, { options }).url).toBe('/2024/01/a/');
  });

  test.each([
    'Plain',
    'A colon: and a #',
    `"Quotes" and 'others'`,
    '- a list?',
    '2024',
    'yes',
    'null',
    '😀 * & ! %',
    'A title that is long enough to be folded over several lines if anything folded it, which must not be',
  ])('has front matter that reads back as %j', (title) => {
    const wish = { tags: ['C#', 'a: b'], series: '"S"' };
    const { path, source } = made(`${title} x`, wish);
    const { posts, diagnostics } = readFiles({ [path.replace('src/content/', '')]: source });
    expect(diagnostics).toEqual([]);
    expect(posts[0]?.data).toMatchObject({
      title: `${title} x`,
      date: { datetime: '2024-01-06' },
      draft: true,
      ...wish,
    });
  });

  test('has the required keys of the owner, without a value', () => {
    const posts = { mood: z.string().optional(), rating: z.number() };
    const extensions = { ...NO_EXTENSIONS, frontMatter: { posts } };
    const entry = { title: 'A', day: '2024-01-01' };
    const { source } = newContent(entry, readFiles({}), { settings: settings(), extensions });
    expect(source).toBe('---\ntitle: A\ndate: 2024-01-01\ndraft: true\nrating:\n---\n\n');
  });

  test('has the text of a note', () => {
    const entry = { note: true, tags: ['Go'], date: '2024-01-06 10:30' };
    expect(made('A *text*', entry, { options: { notes: {} } }).source).toBe(
      '---\ndate: 2024-01-06 10:30\ntags:\n  - Go\ndraft: true\n---\n\nA *text*\n',
    );
  });

  test('says of a page what a page can say', () => {
    expect(made('About', { page: true }).source).toBe('---\ntitle: About\ndraft: true\n---\n\n');
  });
});

describe('no redirect is made', () => {
  const taken = (path: string) => `src/content/${path} already exists`;
  test.each<[string, EntryOptions, Record<string, string>, string]>([
    ['A', {}, { 'posts/a.md': post({}) }, taken('posts/a.md')],
    ['A', {}, { 'posts/a.mdx': post({}) }, taken('posts/a.mdx')],
    ['A', { mdx: true }, { 'posts/a/index.md': post({}) }, taken('posts/a/index.md')],
    ['A', {}, { 'posts/a.md': 'no front matter' }, taken('posts/a.md')],
    [
      'A',
      {},
      { 'posts/2020/a.md': post({}) },
      '/posts/a/ is already the URL of src/content/posts/2020/a.md; choose another title',
    ],
    [
      'A',
      {},
      { 'posts/b.md': post({ slug: 'a' }) },
      '/posts/a/ is already the URL of src/content/posts/b.md; choose another title',
    ],
    [
      'About',
      { page: true },
      { 'pages/about.md': '---\ntitle: A\n---\n' },
      taken('pages/about.md'),
    ],
    [
      'Archive',
      { page: true },
      {},
      '/archive/ is the URL of a built-in page; choose another title',
    ],
    ['A', { note: true }, {}, 'the blog has no notes; set notes: {} in src/site.config.ts'],
    ['?!', {}, {}, 'title: "?!" has no letter or digit for a file name'],
    [' ', {}, {}, 'missing title; pass one: npm run new -- "A title"'],
    ['A', { tags: ['B', '!'] }, {}, '--tags: "!" has no letter or digit for a URL'],
    ['A', { series: '?' }, {}, '--series: "?" has no letter or digit for a URL'],
    [
      'A',
      { lang: 'fr' },
      {},
      '--lang: fr is not a language of the blog, which has en, de; add it to languages in src/site.config.ts',
    ],
    ['A', { lang: 'de' }, { 'posts/a.de.md': post({}) }, taken('posts/a.de.md')],
    [
      'A',
      { lang: 'de' },
      { 'posts/b.de.md': post({ slug: 'a' }) },
      '/de/posts/a/ is already the URL of src/content/posts/b.de.md; choose another title',
    ],
    [
      'Archive',
      { lang: 'de', page: true },
      {},
      '/de/archive/ is the URL of a built-in page; choose another title',
    ],
  ])('of %j with %j beside %j', (title, wish, files, message) => {
    const options = wish.lang === undefined ? {} : { languages: { de: {} } };
    expect(() => made(title, wish, { files, options })).toThrow(
      expect.objectContaining({ name: 'UsageError', message }) as Error,
    );
  });

  test('but beside a post of another name', () => {
    expect(made('A', {}, { files: { 'posts/b.md': post({}) } }).path).toContain('posts/a.md');
  });
});
