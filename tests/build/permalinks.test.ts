import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { post, words } from '../posts.ts';
import { TestSite } from '../site.ts';

const TEXT = words(60);
const FILES = {
  'posts/first.md': post({ title: 'First', aliases: ['/2019/first.html'] }, TEXT),
  'posts/hidden.md': post({ title: 'Hidden', unlisted: true }, words(60, 100)),
  'posts/draft.md': post({ title: 'Draft', draft: true, aliases: ['/secret/'] }, words(60, 200)),
  'pages/about.md': '---\ntitle: About\naliases: [/who/]\n---\n\nWe.\n',
};

let site: TestSite;
const lock = () => readFileSync(join(site.folder, 'permalinks.lock'), 'utf8');
const content = (path: string) => join(site.folder, 'src/content', path);
const urls = () => lock().match(/^(?:gone )?\/\S*/gm);

/** The lock of these files. */
let recorded: string;

beforeAll(async () => {
  site = new TestSite('permalinks', { files: FILES });
  expect((await site.permalinks()).status).toBe(0);
  recorded = lock();
});

beforeEach(() => {
  site = new TestSite('permalinks', { files: FILES });
  writeFileSync(join(site.folder, 'permalinks.lock'), recorded);
});

describe('npx octavo permalinks', () => {
  test('records posts, pages and aliases that are published, and says which are new', async () => {
    expect(urls()).toEqual([
      '/2019/first.html',
      '/about/',
      '/posts/first/',
      '/posts/hidden/',
      '/who/',
    ]);
    site.write('content/posts/second.md', post({ title: 'Second' }));
    expect(await site.permalinks()).toEqual({
      status: 0,
      stdout: 'new  /posts/second/\npermalinks.lock: 1 new URL, 6 in total\n',
      stderr: '',
    });
  });

  test('prints one line and changes nothing where nothing is new', async () => {
    const before = lock();
    expect(await site.permalinks()).toEqual({
      status: 0,
      stdout: 'permalinks.lock: no new URLs, 5 in total\n',
      stderr: '',
    });
    expect(lock()).toBe(before);
  });

  test('keeps what is not there any more, and puts lines in order after a merge', async () => {
    rmSync(content('posts/first.md'));
    const [head = '', rest = ''] = lock().split(/(?<=more\.\n)/);
    const theirs = `<<<<<<< ours\n/z/\n=======\n/posts/b/\n>>>>>>> theirs\n/z/\n# Sold.\ngone /a/\n`;
    writeFileSync(join(site.folder, 'permalinks.lock'), head + theirs + rest);
    expect((await site.permalinks()).status).toBe(0);
    expect(urls()).toEqual([
      '/2019/first.html',
      'gone /a/',
      '/about/',
      '/posts/b/',
      '/posts/first/',
      '/posts/hidden/',
      '/who/',
      '/z/',
    ]);
    expect(lock()).toContain('\n# Sold.\ngone /a/\n');
    expect(lock()).not.toMatch(/[<=>]{7}/);
  });

  test('writes nothing where a line would be lost', async () => {
    const before = `${lock()}posts/x\n`;
    writeFileSync(join(site.folder, 'permalinks.lock'), before);
    const { status, stderr } = await site.permalinks();
    expect(stderr).toMatch(/^permalinks\.lock:\d+:1 {2}invalid line posts\/x/);
    expect(status).toBe(1);
    expect(lock()).toBe(before);
  });
});

describe('a post that is renamed without an alias', () => {
  const line =
    'src/content/posts/renamed.md:4:1  aliases: missing /posts/first/, an earlier URL of this file (permalinks.lock:6); add aliases: [/2019/first.html, /posts/first/]';
  let renamed: TestSite;

  beforeAll(() => {
    renamed = new TestSite('renamed', { files: FILES });
    writeFileSync(join(renamed.folder, 'permalinks.lock'), recorded);
    renamed.remove('content/posts/first.md');
    renamed.write('content/posts/renamed.md', FILES['posts/first.md']);
  });

  test('fails build and check, which name the line to add', async () => {
    const { status, stderr } = await renamed.build();
    expect(stderr.split('\n')[0]).toBe(line);
    expect(status).toBe(1);
    expect(renamed.files()).toEqual([]);
    expect((await renamed.check()).stdout.split('\n')[0]).toBe(line);
  });

  test('gets it by --fix, and is built', async () => {
    const { stdout } = await renamed.check('--fix');
    expect(stdout).toContain('renamed.md:4:1  fixed: alias /posts/first/ added\n');
    const file = join(renamed.folder, 'src/content/posts/renamed.md');
    expect(readFileSync(file, 'utf8')).toBe(
      FILES['posts/first.md'].replace('.html"]', '.html", /posts/first/]'),
    );
    await renamed.mustBuild();
    expect(renamed.read('/posts/first/')).toContain('content="0; url=/posts/renamed/"');
  });
});

describe('a post that is renamed', () => {
  test('is found though its title and some of its words have changed', async () => {
    rmSync(content('posts/first.md'));
    const text = TEXT.replace('word30 ', 'other ');
    site.write('content/posts/new.md', post({ title: 'New', aliases: ['/2019/first.html'] }, text));
    const { stdout } = await site.check();
    expect(stdout).toContain(
      'src/content/posts/new.md:4:1  aliases: missing /posts/first/, an earlier URL',
    );
  });

  test('is reported after a change of permalinks too, and all are fixed at once', async () => {
    site.edit('site.config.ts', '"author"', '"permalink": "/:year/:slug/",\n  "author"');
    const { stdout } = await site.check();
    expect(stdout.match(/an earlier URL of this file/g)).toHaveLength(2);
    await site.check('--fix');
    const fixed = (await site.check()).stdout;
    expect(fixed).toMatch(/no errors, no warnings/);
    // Two posts at new URLs.
    expect(fixed).toMatch(
      /\npermalinks\.lock: 2 new URLs; before you publish, run npx octavo permalinks\n$/,
    );
  });
});

describe('an address whose post is', () => {
  test.each<[what: string, change: () => void, told: string]>([
    [
      'a draft again',
      () => site.edit('content/posts/hidden.md', 'unlisted', 'draft'),
      'src/content/posts/hidden.md:4:1  draft: not published, but /posts/hidden/ was (permalinks.lock:7); publish it again, set unlisted: true, or write gone /posts/hidden/ there',
    ],
    [
      'deleted',
      () => rmSync(content('posts/hidden.md')),
      'permalinks.lock:7:1  /posts/hidden/ not found, and no post or page has its text; restore it, add aliases: [/posts/hidden/] to its successor, or write gone /posts/hidden/ here',
    ],
  ])('%s is reported', async (_, change, told) => {
    change();
    const { status, stdout } = await site.check();
    expect(stdout.split('\n')[0]).toBe(told);
    expect(status).toBe(1);
    writeFileSync(
      join(site.folder, 'permalinks.lock'),
      lock().replace('/posts/hidden/', 'gone /posts/hidden/'),
    );
    expect((await site.check()).stdout).toMatch(/no errors, no warnings/);
  });

  test('published again though it is gone is a warning', async () => {
    writeFileSync(join(site.folder, 'permalinks.lock'), 'gone /posts/first/\n');
    expect((await site.check()).stdout.split('\n')[0]).toBe(
      'permalinks.lock:1:1  warning: gone /posts/first/: published again by src/content/posts/first.md; remove the word gone',
    );
  });
});
