import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content/read-content.ts';
import { readText } from '../../src/content/read-text.ts';
import { filesBelow } from '../../src/markdown/document.ts';
import { post } from '../../../../tests/posts.ts';
import { checkFiles } from '../checks/helpers.ts';
import { checkContent } from '../../src/checks/check-content.ts';
import { AUTHOR, context, folder, found } from '../helpers.ts';

/** Reads a file of these bytes; returns its text, or its problem with its position. */
function read(bytes: string | Uint8Array): string {
  const root = folder();
  writeFileSync(join(root, 'a.md'), bytes);
  const { text, problem } = readText(root, 'a.md');
  return problem ? `${problem.line}:${problem.column} ${problem.message}` : text;
}

describe('a text file', () => {
  test.each([
    ['LF', 'a\n\nb\n'],
    ['CRLF', 'a\r\n\r\nb\r\n'],
    ['CR', 'a\r\rb\r'],
    ['mixed line endings', 'a\n\r\nb\r'],
    ['a byte order mark', '\uFEFFa\n\nb\n'],
    ['both', '\uFEFFa\r\n\r\nb\r\n'],
  ])('with %s is read as the same text', (_, source) => {
    expect(read(source)).toBe('a\n\nb\n');
  });

  const NOT_UTF8 = 'encoding: not UTF-8; save the file as UTF-8';
  const UTF16 = 'encoding: UTF-16; save the file as UTF-8';
  test.each([
    ['Latin-1', Buffer.from('title: a\nüber café', 'latin1'), `2:1 ${NOT_UTF8}`],
    ['Latin-1 after UTF-8', Buffer.from([...Buffer.from('é\nü�'), 0xe9]), `2:3 ${NOT_UTF8}`],
    ['a character cut off', Buffer.from('añ').subarray(0, 2), `1:2 ${NOT_UTF8}`],
    ['a surrogate', Buffer.from([0x61, 0xed, 0xa0, 0x80]), `1:2 ${NOT_UTF8}`],
    ['UTF-16', Buffer.from('\uFEFF---\n', 'utf16le'), `1:1 ${UTF16}`],
    ['UTF-16 without a mark', Buffer.from('---\n', 'utf16le'), `1:1 ${UTF16}`],
    ['UTF-16 BE', Buffer.from('\uFEFF---\n', 'utf16le').swap16(), `1:1 ${UTF16}`],
    ['UTF-16 BE without a mark', Buffer.from('---\n', 'utf16le').swap16(), `1:1 ${UTF16}`],
  ])('in %s has a problem', (_, bytes, problem) => {
    expect(read(bytes)).toBe(problem);
  });

  test.each([
    ['nothing', ''],
    ['one character', 'a'],
    ['characters of every length', 'aé�語😀\n'],
  ])('of %s is valid', (_, text) => {
    expect(read(text)).toBe(text);
  });
});

test('content that cannot be read is an error of its own, and the rest is read', () => {
  const root = folder({ 'src/content/posts/good.md': post({}) });
  const posts = join(root, 'src/content/posts');
  mkdirSync(join(posts, 'folder.md'));
  symlinkSync('nowhere.md', join(posts, 'dangling.md'));
  symlinkSync('itself.mdx', join(posts, 'itself.mdx'));
  writeFileSync(join(posts, 'latin1.md'), Buffer.from('---\ntitle: é\n---\n', 'latin1'));
  const content = readContent(context(root, { author: 'jane' }));
  expect(content.posts.map(({ id }) => id)).toEqual(['good']);
  const reported = content.diagnostics.map(({ file, message }) => `${file}  ${message}`);
  expect(reported.filter((line) => line.includes('/posts/')).sort()).toEqual([
    'src/content/posts/dangling.md  file: a link to a missing file; remove it, or restore its target',
    'src/content/posts/folder.md  file: a folder with the name of a file; rename it',
    'src/content/posts/itself.mdx  file: cannot be read: too many symbolic links encountered',
    'src/content/posts/latin1.md  encoding: not UTF-8; save the file as UTF-8',
  ]);
});

test('the example content is the same with CRLF', () => {
  const root = fileURLToPath(new URL('../../../../', import.meta.url));
  for (const { path, source } of readContent(context(root)).sources.values()) {
    expect(source).toBe(readFileSync(join(root, path), 'utf8'));
    expect(read(source.replaceAll('\n', '\r\n'))).toBe(source);
  }
});

test('included and quoted files with CRLF are read as others are', () => {
  const root = folder({ 'part.md': 'One.\r\n\r\nTwo.\r\n' });
  expect(filesBelow(root).text('part.md')).toBe('One.\n\nTwo.\n');
});

test('a callout in a file with CRLF is a callout', async () => {
  const bad = post({}, '> [!NOPE]\n> A.').replaceAll('\n', '\r\n');
  const [problem] = await checkFiles({ 'posts/a.md': bad });
  expect(problem).toMatch(/^posts\/a.md:6:\d+ .*NOPE/);
});

test('a draft that is not UTF-8 is a warning', async () => {
  const root = folder({ ...AUTHOR, 'src/content/posts/good.md': post({}) });
  const bytes = Buffer.from(post({ title: 'é', draft: true }), 'latin1');
  writeFileSync(join(root, 'src/content/posts/draft.md'), bytes);
  const { diagnostics } = await checkContent(context(root));
  expect(found(diagnostics)).toEqual(['2:9 warning: encoding: not UTF-8; save the file as UTF-8']);
});
