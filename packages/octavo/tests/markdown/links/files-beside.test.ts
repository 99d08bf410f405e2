import { describe, expect, test } from 'vitest';
import { publishedFiles } from '../../../src/markdown/links/files-beside.ts';
import type { Dependency } from '../../../src/markdown/document.ts';
import { post } from '../../../../../tests/posts.ts';
import { checkFiles, checkText } from '../../checks/helpers.ts';

const FOLDER = 'src/content/posts/';
const POINTER = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d\nsize 12345\n';

describe('a link to a file beside the text', () => {
  test.each<[link: string, found: string[]]>([
    ['[a](./data.csv)', []],
    ['[a](data.csv?v=2#row=3)', []],
    ['[a](files/paper.pdf)', []],
    ['[a](<./über uns.txt>) [b](./%C3%BCber%20uns.txt)', []],
    ['[a](Makefile)', []],
    ['<a href="./data.csv">a</a>', []],
    ['[a][b]\n\n[b]: ./data.csv', []],
    ['[a](./missing.csv)', ['1:1 link: /posts/post/missing.csv not found']],
    ['[a](files/)', ['1:1 link: /posts/post/files/ not found']],
    [
      '[a](../../outside.csv)',
      ['1:1 link: /outside.csv not found; put the file into public/, and link to /outside.csv'],
    ],
    [
      '[a](./page.html)',
      [
        '1:1 link: ./page.html would be a page without the security policy; put it into public/, and link to it there',
      ],
    ],
    [
      '[a](./.env)',
      [
        '1:1 link: ./.env begins with a dot, and some hosts do not publish such files; rename the file',
      ],
    ],
    ['[a](./a%23b.txt)', ['1:1 link: ./a%23b.txt has a ? or # in its name; rename the file']],
    ['[a](./pointer.zip)', ['1:1 link: ./pointer.zip is a pointer of Git LFS; run git lfs pull']],
    ['[a](./card.png)', ['1:1 link: ./card.png has the URL of another file; rename the file']],
  ])('%s', async (link, found) => {
    const names = ['data.csv', 'files/paper.pdf', 'über uns.txt', 'Makefile', 'page.html', '.env'];
    const files = [...names, 'a#b.txt', 'pointer.zip', 'card.png'].map((name) => FOLDER + name);
    const told = await checkText(link, {
      siteIndex: {
        exists: (path) => path.endsWith('outside.csv'),
        isFile: (path) => files.includes(path),
        page: (path) => (path.endsWith('card.png') ? true : undefined),
        fileError: (path) =>
          path.endsWith('.zip') ? 'is a pointer of Git LFS; run git lfs pull' : undefined,
      },
    });
    expect(told).toEqual(found);
  });

  test('is one by an absolute path too, if its own text names it', async () => {
    const files = {
      'posts/a/index.md': post({}, '[Data](data.csv)'),
      'posts/a/data.csv': '',
      'posts/a/other.csv': '',
      'posts/b.md': post({}, '[A](/posts/a/data.csv) [B](/posts/a/other.csv)'),
    };
    expect(await checkFiles(files)).toEqual(['posts/b.md:6:24 link: /posts/a/other.csv not found']);
  });

  test('may lead to a picture, which is used then', async () => {
    const files = { 'posts/a/index.md': post({}, '[a][b]\n\n[b]: ./b.mp4'), 'posts/a/b.mp4': 'x' };
    expect(await checkFiles(files)).toEqual([]);
    const pointer = { ...files, 'posts/a/b.mp4': POINTER };
    expect(await checkFiles(pointer)).toContain(
      'posts/a/index.md:8:1 link: ./b.mp4 is a pointer of Git LFS; run git lfs pull',
    );
  });
});

test('publishedFiles returns the files that a document names, each once', () => {
  const isFile = (name: string, answer = true): Dependency => ['isFile', FOLDER + name, answer];
  const dependencies: Dependency[] = [
    ...[isFile('a/x.csv'), isFile('a/x.csv'), isFile('a/sub/y.pdf'), isFile('a/none', false)],
    ...[isFile('a/page.html'), isFile('a/.env'), isFile('a/.git/config'), isFile('a/b#c.txt')],
    ['exists', `${FOLDER}a/z.png`, true],
  ];
  expect(publishedFiles(`${FOLDER}a/index.md`, dependencies)).toEqual(['x.csv', 'sub/y.pdf']);
});
