import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { formatDiagnostic, sortDiagnostics } from '../../src/diagnostics/diagnostic.ts';
import { edited } from '../../src/html/edits.ts';
import { readContent } from '../../src/content/read-content.ts';
import { post } from '../../../../tests/posts.ts';
import { AUTHOR, content, context, folder, found, readFiles, write } from '../helpers.ts';

describe('the content of a site', () => {
  test.each([
    ['posts/hello.md', 'hello', '/posts/hello/'],
    ['posts/hello.mdx', 'hello', '/posts/hello/'],
    ['posts/hello/index.md', 'hello', '/posts/hello/'],
    ['posts/hello/index.mdx', 'hello', '/posts/hello/'],
    ['posts/2024/01/hello.md', '2024/01/hello', '/posts/hello/'],
    ['posts/2024/hello/index.md', '2024/hello', '/posts/hello/'],
    ['posts/Größe & C#.md', 'Größe & C#', '/posts/größe-csharp/'],
    ['posts/index.md', 'index', '/posts/index/'],
  ])('knows the post %s as %s at %s', (path, id, url) => {
    const { posts, diagnostics } = readFiles({ [path]: post({}) });
    expect(diagnostics).toEqual([]);
    expect(posts).toMatchObject([{ collection: 'posts', id, url, path: `src/content/${path}` }]);
  });

  test.each([
    ['pages/about.md', 'about', '/about/'],
    ['pages/about.mdx', 'about', '/about/'],
    ['pages/about/index.md', 'about', '/about/'],
    ['pages/legal/imprint.md', 'legal/imprint', '/legal/imprint/'],
  ])('knows the page %s as %s at %s', (path, id, url) => {
    const { pages, diagnostics } = readFiles({ [path]: '---\ntitle: T\n---\n' });
    expect(diagnostics).toEqual([]);
    expect(pages).toMatchObject([{ collection: 'pages', id, url }]);
  });

  test('knows the authors', () => {
    const { authors } = readFiles({ 'authors/john.md': '---\nname: John\n---\n' });
    expect(authors.map(({ id, url, data }) => [id, url, data.name])).toEqual([
      ['jane', '/authors/jane/', 'Jane'],
      ['john', '/authors/john/', 'John'],
    ]);
  });

  test.each([
    ['/:slug/', '/hello/'],
    ['/:year/:month/:day/:slug/', '/2024/01/06/hello/'],
  ])('knows posts at their permalinks by %s', (permalink, url) => {
    const files = { 'posts/hello.md': post({ date: '2024-01-06' }) };
    expect(readFiles(files, { permalink }).posts[0]?.url).toBe(url);
  });

  test('takes the day of a permalink where the site is', () => {
    const site = { permalink: '/:year/:month/:day/:slug/', timeZone: 'Asia/Tokyo' };
    const files = { 'posts/hello.md': post({ date: '2023-12-31T20:00:00Z' }) };
    expect(readFiles(files, site).posts[0]?.url).toBe('/2024/01/01/hello/');
  });

  test('has the front matter as written and as parsed', () => {
    const [file] = readFiles({ 'posts/a.md': post({ date: '2024-1-6' }) }).posts;
    expect(file?.frontMatter.data).toEqual({ title: 'A post', date: '2024-1-6' });
    expect(file?.data).toMatchObject({ date: { day: '2024-01-06' }, tags: [], draft: false });
  });

  test('has bodies with the line numbers of their files', () => {
    const [file] = readFiles({ 'posts/a.mdx': post({}, 'Here.') }).posts;
    expect(file).toMatchObject({ format: 'mdx', body: '\n\n\n\n\nHere.\n' });
  });

  test('includes drafts and unlisted posts', () => {
    const { posts } = readFiles({
      'posts/a.md': post({ draft: true }),
      'posts/b.md': post({ unlisted: true }),
    });
    expect(posts.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('is sorted by path', () => {
    const { posts } = readFiles({
      'posts/b.md': post({}),
      'posts/a/index.md': post({}),
      'posts/Z.md': post({}),
      'posts/a-b.md': post({}),
    });
    expect(posts.map(({ id }) => id)).toEqual(['Z', 'a-b', 'a', 'b']);
  });

  test('ignores other files', () => {
    const { sources } = readFiles({
      'posts/a/notes.txt': 'x',
      'posts/a/data.json': '{}',
      'other/a.md': 'x',
    });
    expect([...sources.keys()]).toEqual(Object.keys(AUTHOR));
  });

  test('of a site without posts is empty', () => {
    expect(readFiles({})).toMatchObject({ posts: [], pages: [], diagnostics: [] });
  });
});

describe('the errors in content', () => {
  const FILES = {
    'authors/john.md': '---\nname: John\nweb: x\n---\n',
    'pages/about.md': '---\ntitel: About\n---\n',
    'posts/bad-yaml.md': '---\ntitle: a: b\n---\n',
    'posts/dates.md': '---\ntitle: T\ndate: 2024-02-30\nupdated: soon\n---\n',
    'posts/kinds.md':
      '---\ntitle: 2024\ndate: 2024-01-06\ntags: go\ncover:\n  image: cover.png\naliases:\n  - /a/\n  - b\ndraft: yes\n---\n',
    'posts/missing.md': 'No front matter.\n',
    'posts/sound.md': post({}),
    'posts/🎉.md': post({}),
  };
  const SAID = [
    'src/content/authors/john.md:3:1  unknown key web',
    'src/content/pages/about.md:1:1  title: missing; must be a string',
    'src/content/pages/about.md:2:1  unknown key titel; did you mean title?',
    'src/content/posts/bad-yaml.md:2:8  front matter: invalid YAML: a colon followed by a space starts a value; put text that contains one in quotes',
    'src/content/posts/dates.md:3:1  date: 2024-02-30 does not exist; February 2024 has 29 days',
    'src/content/posts/dates.md:4:1  updated: soon is not a date; write 2024-01-06 or 2024-01-06T10:30:00+02:00',
    'src/content/posts/kinds.md:2:1  title: must be a string; put it in quotes: "2024"',
    'src/content/posts/kinds.md:4:1  tags: must be a list: [go]',
    'src/content/posts/kinds.md:5:1  cover.alt: missing; must be a string',
    'src/content/posts/kinds.md:6:3  cover.image: must be a relative path, like ./cover.png',
    'src/content/posts/kinds.md:9:5  aliases[1]: must be a path of this site that starts with /, like /old/post/',
    'src/content/posts/kinds.md:10:1  draft: must be true or false, not "yes"',
    'src/content/posts/missing.md:1:1  front matter: missing; start the file with ---, a line title: …, and ---',
    'src/content/posts/🎉.md:1:1  slug: missing; the file name 🎉 has no letter or digit for a URL',
  ];
  const said = (...args: Parameters<typeof readContent>) =>
    sortDiagnostics(readContent(...args).diagnostics).map(formatDiagnostic);

  test('are reported together, each at its line', () => {
    expect(said(context(folder({ ...AUTHOR, ...content(FILES) })))).toEqual(SAID);
  });

  test('exclude only their files from the lists', () => {
    const { posts, pages, authors } = readFiles(FILES);
    expect([...posts, ...pages, ...authors].map(({ id }) => id)).toEqual(['sound', 'jane']);
  });

  test('are reported again by a second read', () => {
    const blog = context(folder({ ...AUTHOR, ...content(FILES) }));
    expect(said(blog, readContent(blog))).toEqual(SAID);
  });

  test('are gone when they are fixed', () => {
    const root = folder({ ...AUTHOR, ...content({ 'posts/a.md': post({ draft: 'yes' }) }) });
    const first = readContent(context(root));
    expect(first.diagnostics).toHaveLength(1);
    write(root, content({ 'posts/a.md': post({ draft: true }) }));
    const second = readContent(context(root), first);
    expect(second.diagnostics).toEqual([]);
    expect(second.posts).toHaveLength(1);
  });

  test('are those of an empty file once an unreadable one is emptied', () => {
    const root = folder({ ...AUTHOR, 'src/content/posts/a.md': '\0a' });
    const first = readContent(context(root));
    expect(found(first.diagnostics)).toEqual(['1:1 encoding: UTF-16; save the file as UTF-8']);
    write(root, { 'src/content/posts/a.md': '' });
    expect(found(readContent(context(root), first).diagnostics)[0]).toContain('front matter');
  });

  test('quote a number as written', () => {
    const { diagnostics } = readFiles({ 'posts/a.md': '---\ntitle: 007\ndate: 2024-01-06\n---\n' });
    expect(found(diagnostics)).toEqual(['2:1 title: must be a string; put it in quotes: "007"']);
  });

  test.each([
    ['a number', 'title: 007', 'title: "007"', 'title is now "007"'],
    ['one tag', 'tags: go # a comment', 'tags: [go] # a comment', 'tags is now [go]'],
    ['a number in a list', 'tags: [a, 007]', 'tags: [a, "007"]', 'tags[1] is now "007"'],
    ['a mistyped key', 'tgas: [go]', 'tags: [go]', 'tgas is now tags'],
    ['a key in an object', 'cover: { atl: A }', 'cover: { alt: A }', 'atl is now alt'],
  ])('have the fix of %s', (_, line, fixed, done) => {
    const source = (text: string) => `---\ndate: 2024-01-06\n${text}\n---\n`;
    const { diagnostics } = readFiles({ 'posts/a.md': source(line) });
    const fixes = diagnostics.flatMap(({ fix }) => fix ?? []);
    expect(fixes).toMatchObject([{ done }]);
    expect(edited(source(line), fixes)).toBe(source(fixed));
  });

  test('have no fix for a key in quotes', () => {
    const source = '---\ntitle: A\ndate: 2024-01-06\n"tgas": [go]\n---\n';
    expect(readFiles({ 'posts/a.md': source }).diagnostics).toMatchObject([{ line: 4, column: 1 }]);
    expect(readFiles({ 'posts/a.md': source }).diagnostics[0]).not.toHaveProperty('fix');
  });

  test('of a year for a date do not ask for quotes', () => {
    const { diagnostics } = readFiles({ 'posts/a.md': '---\ntitle: T\ndate: 2024\n---\n' });
    expect(diagnostics[0]?.message).not.toContain('quotes');
  });

  test('never throw', () => {
    const { diagnostics } = readFiles({ 'posts/a.md': '---\ntitle: *really*\n---\n' });
    expect(diagnostics).toHaveLength(1);
  });
});

describe('a second read', () => {
  const paths = ['posts/a.md', 'posts/b.md'].map((path) => `src/content/${path}`);
  const files = { [paths[0]!]: post({}), [paths[1]!]: post({}) };

  test('reuses files that have not changed', () => {
    const root = folder({ ...AUTHOR, ...files });
    const first = readContent(context(root));
    const second = readContent(context(root), first);
    expect(second.posts[0]).toBe(first.posts[0]);
    expect(second.posts).toEqual(first.posts);
  });

  test('reads a file again that has changed', () => {
    const root = folder({ ...AUTHOR, ...files });
    const first = readContent(context(root));
    write(root, { [paths[0]!]: post({ title: 'New' }) });
    const second = readContent(context(root), first);
    expect(second.posts.map(({ data }) => data.title)).toEqual(['New', 'A post']);
    expect(second.posts[1]).toBe(first.posts[1]);
  });

  test('reads only files of which it is told that they changed', () => {
    const root = folder({ ...AUTHOR, ...files });
    const first = readContent(context(root));
    write(root, Object.fromEntries(paths.map((path) => [path, post({ title: 'New' })])));
    const second = readContent(context(root), first, new Set([paths[1]!]));
    expect(second.posts.map(({ data }) => data.title)).toEqual(['A post', 'New']);
  });

  test('finds new files and drops deleted ones', () => {
    const root = folder({ ...AUTHOR, ...files });
    const first = readContent(context(root));
    rmSync(join(root, paths[0]!));
    write(root, content({ 'posts/c.md': post({}) }));
    const second = readContent(context(root), first);
    expect(second.posts.map(({ id }) => id)).toEqual(['b', 'c']);
    expect([...second.sources.keys()]).not.toContain(paths[0]);
  });
});

describe('a front matter key of the owner', () => {
  const frontMatter = {
    posts: { mood: z.enum(['calm', 'angry']).optional(), rating: z.number() },
    pages: { icon: z.string().default('none') },
  };
  const read = (files: Record<string, string>) =>
    readFiles(files, {}, { extensions: { frontMatter } });

  test('is accepted, and has the value that its schema returns', () => {
    const { posts, pages, diagnostics } = read({
      'posts/a.md': post({ mood: 'calm', rating: 5 }),
      'pages/b.md': '---\ntitle: B\n---\n',
    });
    expect(diagnostics).toEqual([]);
    expect(posts[0]!.data).toMatchObject({ mood: 'calm', rating: 5, draft: false });
    expect(pages[0]!.data).toMatchObject({ icon: 'none' });
  });

  test.each([
    [{ mood: 'sad', rating: 5 }, '4:1 mood: must be calm or angry, not "sad"'],
    [{ rating: 'five' }, '4:1 rating: must be a number, not "five"'],
    [{}, '1:1 rating: missing; must be a number'],
    [{ rating: 5, modd: 'calm' }, '5:1 unknown key modd; did you mean mood?'],
  ])('is checked at its position: %j', (keys, message) => {
    expect(found(read({ 'posts/a.md': post(keys) }).diagnostics)).toEqual([message]);
  });

  test('of another collection is unknown', () => {
    const page = '---\ntitle: B\nmood: calm\n---\n';
    expect(found(read({ 'pages/b.md': page }).diagnostics)).toEqual([
      expect.stringContaining('3:1 unknown key mood'),
    ]);
  });
});
