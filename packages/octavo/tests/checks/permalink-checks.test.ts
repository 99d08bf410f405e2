import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../src/addresses/lock/fingerprint.ts';
import { post, words } from '../../../../tests/posts.ts';
import { checkFiles } from './helpers.ts';

const TEXT = words(80);
const A = post({ title: 'A' }, TEXT);
const { text, title } = fingerprint(TEXT, 'A');
const SIGNS = `${text} ${title}`;

/** Returns what is reported of a site with this lock. */
function reported(lock: string[], files: Record<string, string>, config = {}): Promise<string[]> {
  return checkFiles({ '../../permalinks.lock': `${lock.join('\n')}\n`, ...files }, config);
}

const was = (url: string, line: string, number = 1) =>
  `aliases: missing ${url}, an earlier URL of this file (permalinks.lock:${number}); add ${line}`;
const withoutOwner = (url: string, line = 1) =>
  `permalinks.lock:${line}:1 ${url} not found, and no post or page has its text; restore it, add aliases: [${url}] to its successor, or write gone ${url} here`;

describe('a published URL', () => {
  test.each<[what: string, lock: string[], files: Record<string, string>, found: string[]]>([
    ['is there', [`/posts/a/  ${SIGNS}`], { 'posts/a.md': A }, []],
    ['is there, unlisted', ['/posts/a/'], { 'posts/a.md': post({ unlisted: true }) }, []],
    ['is there as a page', ['/about/'], { 'pages/about.md': '---\ntitle: A\n---\n' }, []],
    [
      'is there, written otherwise',
      ['/posts/%61', '/posts/b.c/'],
      { 'posts/a.md': A, 'posts/b.c.md': A },
      [],
    ],
    [
      'is an alias',
      ['/old.html', '/old/'],
      { 'posts/a.md': post({ aliases: ['/old', '/old.html'] }) },
      [],
    ],
    [
      'is an alias of a page',
      ['/old/'],
      { 'pages/a.md': '---\ntitle: A\naliases: [/old]\n---\n' },
      [],
    ],
    ['is gone', ['gone /posts/b/'], { 'posts/a.md': A }, []],
    [
      'is a file of public/ now',
      ['/cv.pdf', '/demo/'],
      { '../../public/cv.pdf': '', '../../public/demo/index.html': '' },
      [],
    ],
    [
      'is redirected by the owner',
      ['/posts/b/'],
      { '../../public/_redirects': '/posts/b/ /posts/a/ 301\n' },
      [],
    ],
    ['is a list of the engine', ['/posts/'], {}, []],
    ['has no owner', [`/posts/b/`], { 'posts/a.md': A }, [withoutOwner('/posts/b/')]],
    [
      'has no owner if the text is different',
      [`/posts/b/  ${SIGNS}`],
      { 'posts/a.md': post({}, words(80, 900)) },
      [withoutOwner('/posts/b/')],
    ],
    [
      'was of a post that is renamed',
      [`/posts/b/  ${SIGNS}`],
      { 'posts/a.md': A },
      [`posts/a.md:1:1 ${was('/posts/b/', 'aliases: [/posts/b/]')}`],
    ],
    [
      'was of a page that is renamed',
      [`/b/  ${SIGNS}`],
      { 'pages/a.md': `---\ntitle: A\n---\n\n${TEXT}\n` },
      [`pages/a.md:1:1 ${was('/b/', 'aliases: [/b/]')}`],
    ],
    [
      'was an alias that was taken out',
      [`/old/  ${SIGNS}`, `/posts/a/  ${SIGNS}`],
      { 'posts/a.md': A },
      [`posts/a.md:1:1 ${was('/old/', 'aliases: [/old/]')}`],
    ],
    [
      'was of a post that is a draft again',
      [`/posts/a/  ${SIGNS}`],
      { 'posts/a.md': post({ title: 'A', draft: true }, TEXT) },
      [
        'posts/a.md:4:1 draft: not published, but /posts/a/ was (permalinks.lock:1); publish it again, set unlisted: true, or write gone /posts/a/ there',
      ],
    ],
    [
      'was an alias of a post that is a draft again',
      [`/old/  ${SIGNS}`],
      { 'posts/a.md': post({ title: 'A', draft: true, aliases: ['/old/'] }, TEXT) },
      [
        'posts/a.md:4:1 draft: not published, but /old/ was (permalinks.lock:1); publish it again, set unlisted: true, or write gone /old/ there',
      ],
    ],
    [
      'is gone, and there again',
      ['gone /posts/a/'],
      { 'posts/a.md': A },
      [
        'permalinks.lock:1:1 warning: gone /posts/a/: published again by src/content/posts/a.md; remove the word gone',
      ],
    ],
  ])('%s', async (_, lock, files, found) => {
    expect(await reported(lock, files)).toEqual(found);
  });

  test('is not reported of a post whose front matter does not hold, by its text or its name', async () => {
    const files = {
      'posts/a.md': '---\ntitle: A\n---\n\nNew text.\n',
      'posts/c.md': '---\ntitle: A\n---\n\n' + TEXT,
    };
    expect(
      await reported([`/posts/a/  ${SIGNS}`, `/posts/b/  ${SIGNS}`, '/posts/d/'], files),
    ).toEqual([
      withoutOwner('/posts/d/', 3),
      'posts/a.md:1:1 date: missing; must be a string',
      'posts/c.md:1:1 date: missing; must be a string',
    ]);
  });

  test('is of the post that has its text, though a draft of another is there now', async () => {
    const files = { 'posts/b.md': post({ draft: true }, words(80, 900)), 'posts/a.md': A };
    const line = was('/posts/b/', 'aliases: [/posts/b/]');
    expect(await reported([`/posts/b/  ${SIGNS}`], files)).toEqual([`posts/a.md:1:1 ${line}`]);
  });

  test('is reported of every post where the pattern of permalinks is another', async () => {
    const [b, c] = [words(80, 300), words(80, 600)];
    const signs = (text: string, title: string) =>
      Object.values(fingerprint(text, title)).join(' ');
    const files = { 'posts/b.md': post({ title: 'B' }, b), 'posts/c.md': post({ title: 'C' }, c) };
    const lock = [`/posts/b/  ${signs(b, 'B')}`, `/posts/c/  ${signs(c, 'C')}`];
    expect(await reported(lock, files, { permalink: '/:year/:slug/' })).toEqual([
      `posts/b.md:1:1 ${was('/posts/b/', 'aliases: [/posts/b/]')}`,
      `posts/c.md:1:1 ${was('/posts/c/', 'aliases: [/posts/c/]', 2)}`,
    ]);
  });

  test('is the same below another base path', async () => {
    expect(
      await reported(['/posts/a/'], { 'posts/a.md': A }, { url: 'https://example.com/blog/' }),
    ).toEqual([]);
  });

  test('is reported nothing of where the check is switched off, in the settings or in the post', async () => {
    const lock = [`/posts/b/  ${SIGNS}`];
    expect(
      await reported(lock, { 'posts/a.md': A }, { checks: { 'permalink-lost': false } }),
    ).toEqual([]);
    const ignored = A.replace('title', '# octavo-ignore permalink-lost\ntitle');
    expect(await reported(lock, { 'posts/a.md': ignored })).toEqual([]);
  });
});

test('errors in the lock are reported with all others', async () => {
  expect(await reported(['/posts/a/', '/posts/a', 'nonsense'], { 'posts/a.md': A })).toEqual([
    'permalinks.lock:2:1 warning: duplicate URL /posts/a/, also in line 1; fix it with npx octavo permalinks',
    'permalinks.lock:3:1 invalid line nonsense; write /posts/x/ or gone /posts/x/',
  ]);
});
