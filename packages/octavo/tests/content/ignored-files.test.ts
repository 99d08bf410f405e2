import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ignoredFiles } from '../../src/content/ignored-files.ts';
import { post } from '../../../../tests/posts.ts';
import { checkFiles } from '../checks/helpers.ts';
import { folder } from '../helpers.ts';

/** Returns the files that are not read of a blog with one file. */
function ignored(path: string, others: Record<string, string> = {}): string[] {
  const files = ignoredFiles(folder({ [path]: '', ...others }));
  return files.map((file) => `${file.path}  ${file.reason}`);
}

describe('a file that is not read', () => {
  const extension = (name: string) => `not read because of its extension; rename it to ${name}`;
  const move = (to: string) =>
    `not in the folder of a collection, so not read; move it to src/content/${to}/`;
  test.each([
    ['src/content/posts/a.markdown', extension('a.md')],
    ['src/content/posts/a.MD', extension('a.md')],
    ['src/content/posts/a.Mdx', extension('a.md')],
    ['src/content/posts/a.mkd', extension('a.md')],
    ['src/content/pages/deep/er/a.md.txt', extension('a.md')],
    ['src/content/authors/jane.markdown', extension('jane.md')],
    ['src/content/post/a.md', move('posts')],
    ['src/content/Posts/a.md', move('posts')],
    ['src/content/page/a.mdx', move('pages')],
    ['src/content/author/a.md', move('authors')],
    ['src/content/blog/2024/a.md', move('posts')],
    ['src/content/a.md', move('posts')],
    [
      'src/content/notes/a.md',
      'not read, since the blog has no notes; set notes: {} in src/site.config.ts',
    ],
    ['content/a.md', 'not in src/content/, so not read; move it there'],
    ['content/post/a.markdown', 'not in src/content/, so not read; move it there'],
  ])('%s', (path, reason) => {
    expect(ignored(path)).toEqual([`${path}  ${reason}`]);
  });

  test.each([
    'src/content/posts/a.md',
    'src/content/posts/a/index.mdx',
    'src/content/posts/a/notes.txt',
    'src/content/posts/a/markdown',
    'src/content/posts/.#a.md',
    'src/content/data.json',
  ])('is not %s', (path) => {
    expect(ignored(path)).toEqual([]);
  });

  test('is not in the folder of a collection of the owner', () => {
    const config = "loader: glob({ base: './src/content/talks', pattern: '*.md' })";
    const others = { 'src/content.config.ts': config };
    expect(ignored('src/content/talks/a.md', others)).toEqual([]);
    expect(ignored('src/content/notes/a.md', others)).toHaveLength(1);
  });
});

test('a linked folder is not read, but one that is a whole collection', () => {
  const root = folder({ 'vault/a.md': '', 'vault/sub/b.markdown': '' });
  mkdirSync(join(root, 'src/content/pages'), { recursive: true });
  symlinkSync('../../vault', join(root, 'src/content/posts'));
  symlinkSync('../../../vault', join(root, 'src/content/pages/linked'));
  symlinkSync('.', join(root, 'src/content/pages/itself'));
  const linked = 'a linked folder, which is not read; move its files here';
  expect(ignoredFiles(root).filter(({ reason }) => reason === linked)).toEqual([
    { path: 'src/content/pages/itself', reason: linked },
    { path: 'src/content/pages/linked', reason: linked },
  ]);
});

describe('a check of files that are not read', () => {
  const files = {
    'parts/note.md': 'A note.',
    'parts/other.md': 'Another.',
    'posts/a.md': post({}, '::include{file="../parts/note.md"}'),
  };

  test('warns of those that no content includes', async () => {
    expect(await checkFiles(files)).toEqual([
      'parts/other.md:1:1 warning: file: not in the folder of a collection, so not read; move it to src/content/posts/',
    ]);
  });

  test('can be switched off', async () => {
    expect(await checkFiles(files, { checks: { 'file-ignored': false } })).toEqual([]);
  });
});
