import { describe, expect, test } from 'vitest';
import { pathError } from '../../src/addresses/path-error.ts';
import { post } from '../../../../tests/posts.ts';
import { checkFiles } from '../checks/helpers.ts';

const LONG = 'must have at most 252 bytes between slashes';
const WHOLE = 'must have at most 800 bytes';
const FILE = 'must not be index.html, the file of each page';

describe('a path', () => {
  test.each([
    ['/posts/a/', undefined],
    [`/posts/${'a'.repeat(252)}/`, undefined],
    [`/posts/${'a'.repeat(253)}/`, LONG],
    [`/${'語'.repeat(85)}/`, LONG],
    [`/${'a/'.repeat(399)}`, undefined],
    [`/${'a/'.repeat(400)}`, WHOLE],
    ['/a/index.html', undefined],
    ['/index.html/a/', FILE],
    ['/posts/INDEX.html/', FILE],
    ['/index.htm/', undefined],
  ])('%s', (path, error) => {
    expect(pathError(path)).toBe(error);
  });
});

describe('a page that no folder can hold is an error', () => {
  const long = 'a'.repeat(300);
  test.each([
    [{ slug: long }, `4:1 slug: ${LONG}`],
    [{ slug: 'é'.repeat(130) }, `4:1 slug: ${LONG}`],
    [{ slug: 'index.html' }, `4:1 slug: ${FILE}`],
    [{ tags: ['a', long] }, `4:12 tags[1]: ${LONG}`],
    [{ tags: ['#'.repeat(60)] }, `4:8 tags[0]: ${LONG}`],
    [{ tags: ['index.html'] }, `4:8 tags[0]: ${FILE}`],
    [{ series: long }, `4:1 series: ${LONG}`],
    [{ series: 'Index.HTML' }, `4:1 series: ${FILE}`],
    [{ aliases: [`/x/${long}/`] }, `4:11 aliases[0]: ${LONG}`],
    [{ aliases: [`/${'%C3%A9'.repeat(130)}`] }, `4:11 aliases[0]: ${LONG}`],
    [{ aliases: [`/${'abc/'.repeat(300)}`] }, `4:11 aliases[0]: ${WHOLE}`],
    [{ aliases: ['/index.html/a/'] }, `4:11 aliases[0]: ${FILE}`],
  ])('%j', async (frontMatter, error) => {
    expect(await checkFiles({ 'posts/a.md': post(frontMatter) })).toEqual([`posts/a.md:${error}`]);
  });

  test.each([
    [`posts/${'#'.repeat(60)}.md`, LONG],
    ['posts/index.html.md', FILE],
    ['posts/index.html/index.md', FILE],
  ])('of the file %s', async (path, error) => {
    expect(await checkFiles({ [path]: post({}) })).toEqual([`${path}:1:1 file name: ${error}`]);
  });

  test('of the name of a file, where posts are files', async () => {
    const files = { 'pages/a.html.md': '---\ntitle: A\n---\n' };
    expect(await checkFiles(files)).toEqual([]);
    const settings = { permalink: '/:slug.html' };
    expect(await checkFiles(files, settings)).toEqual([
      'pages/a.html.md:1:1 file name: must not end in .html',
    ]);
  });

  test('of a page', async () => {
    const files = { 'pages/a/index.html/b.md': '---\ntitle: A\n---\n' };
    const [error] = await checkFiles(files);
    expect(error).toBe(`pages/a/index.html/b.md:1:1 file name: ${FILE}`);
  });
});

describe('two pages that are one folder on some file systems are an error', () => {
  const error = (url: string, owner: string) =>
    `slug: ${url} and the URL of src/content/${owner} are one folder on macOS and Windows; `;
  test.each([
    ['CASE', 'case'],
    ['case', 'Case'],
    ['caf\u00E9', 'cafe\u0301'],
    ['É', 'e\u0301'],
  ])('%s and %s', async (one, other) => {
    const files = { 'posts/a.md': post({ slug: one }), 'posts/b.md': post({ slug: other }) };
    expect(await checkFiles(files)).toEqual([
      `posts/b.md:4:1 ${error(`/posts/${other}/`, 'posts/a.md')}set another slug`,
    ]);
  });

  test('of files of pages', async () => {
    const page = '---\ntitle: A\n---\n';
    expect(await checkFiles({ 'pages/About.md': page, 'pages/about.md': page })).toEqual([
      `pages/about.md:1:1 ${error('/about/', 'pages/About.md')}rename one of them`,
    ]);
  });

  test('with a page of the engine', async () => {
    expect(await checkFiles({ 'pages/Archive.md': '---\ntitle: A\n---\n' })).toEqual([
      'pages/Archive.md:1:1 slug: /Archive/ and the URL of a built-in page are one folder on macOS and Windows; rename one of them',
    ]);
  });
});

describe('an alias that hosts serve as another type than HTML', () => {
  test.each([
    ['/feed2.xml', 'text/xml'],
    ['/old/data.json', 'application/json'],
    ['/paper.pdf', 'application/pdf'],
    ['/notes.txt', 'text/plain'],
  ])('is a warning: %s', async (alias, type) => {
    expect(await checkFiles({ 'posts/a.md': post({ aliases: [alias] }) })).toEqual([
      `posts/a.md:4:11 warning: aliases[0]: ${alias} is served as ${type}, not as a page that redirects, by hosts that do not read _redirects; for a feed, set feeds.alsoAt in the settings`,
    ]);
  });

  test.each(['/old/', '/old', '/old.html', '/old.htm', '/node.js/', '/go-1.22', '/old.php'])(
    'is not %s',
    async (alias) => {
      expect(await checkFiles({ 'posts/a.md': post({ aliases: [alias] }) })).toEqual([]);
    },
  );
});
