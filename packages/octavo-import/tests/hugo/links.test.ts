import { describe, expect, test } from 'vitest';
import { fileOf, imported, oldPost } from './old-blog.ts';

const dated = (more = '') => `title: X\ndate: 2020-01-02\n${more}`;
const FILES = {
  'content/about.md': oldPost('title: About'),
  'content/posts/a.md': oldPost(dated('slug: first\naliases: [/before/]')),
  'content/posts/sub/b.md': oldPost(dated()),
  'content/posts/draft.md': oldPost(dated('draft: true')),
  'content/posts/Größe (1).md': oldPost(dated()),
  'content/posts/bundle/index.md': oldPost(dated('tags: [Go]\ncategories: [Pipes]')),
  'content/posts/bundle/p.png': 'x',
  'content/posts/bundle/paper.pdf': 'x',
  'content/posts/bundle/index.css': 'x',
  'content/posts/near.png': 'x',
  'static/images/s.png': 'x',
  'static/s.pdf': 'x',
  'assets/img/a.png': 'x',
};

/** Returns what the text of a post becomes, and which pictures come to it. */
function text(source: string, path = 'content/posts/from.md', base = '/') {
  const config = `baseURL: https://www.old.example${base}\ntitle: Old\n`;
  const site = imported({ ...FILES, [path]: oldPost(dated(), source) }, config);
  const made = path.replace('content/posts', 'src/content/posts');
  const copies = site.files.flatMap(({ path: copy, content }) =>
    typeof content !== 'string' && copy.startsWith('src/') ? copy : [],
  );
  return { text: fileOf(site, made).split('\n---\n\n')[1]!.trimEnd(), copies };
}

describe('a link', () => {
  test.each([
    ['/posts/first/', './a.md'],
    ['/posts/first', './a.md'],
    ['../first/', './a.md'],
    ['../first/#part', './a.md#part'],
    ['/before/', './a.md'],
    ['https://www.old.example/posts/first/', './a.md'],
    ['http://old.example/posts/first/index.html', './a.md'],
    ['/posts/sub/b/', './sub/b.md'],
    ['/posts/bundle/', './bundle/index.md'],
    ['/posts/größe-1/', './Gr%C3%B6%C3%9Fe%20%281%29.md'],
    ['/posts/gr%C3%B6%C3%9Fe-1/', './Gr%C3%B6%C3%9Fe%20%281%29.md'],
    ['/about/', '../pages/about.md'],
    ['a.md', './a.md'],
    ['sub/b.md#x', './sub/b.md#x'],
    ['/posts/bundle/index.md', './bundle/index.md'],
    ['/categories/pipes/', '/tags/pipes/'],
    ['https://old.example/tags/go/', '/tags/go/'],
    ['/posts/bundle/paper.pdf', '/posts/bundle/paper.pdf'],
    ['../bundle/paper.pdf', '/posts/bundle/paper.pdf'],
    ['../bundle/index.css', '/posts/bundle/index.css'],
    ['https://old.example/s.pdf', '/s.pdf'],
  ])('to %s becomes %s', (address, made) => {
    expect(text(`[x](${address})`).text).toBe(`[x](${made})`);
  });

  test.each([
    'https://other.example/posts/first/',
    '#part',
    'mailto:a@x.example',
    '/nowhere/',
    '/posts/draft/',
    '/tags/go/',
  ])('to %s stays', (address) => {
    expect(text(`[x](${address})`).text).toBe(`[x](${address})`);
  });

  test('from the root of the host holds the base path', () => {
    expect(text('[x](/blog/posts/first/)', undefined, '/blog/').text).toBe('[x](./a.md)');
    expect(text('[x](/blog/s.pdf)', undefined, '/blog/').text).toBe('[x](/s.pdf)');
  });

  test.each([
    ['a.md', './a.md'],
    ['posts/a', './a.md'],
    ['/posts/sub/b.md#x', './sub/b.md#x'],
    ['b', './sub/b.md'],
    ['about', '../pages/about.md'],
    ['/posts/bundle', './bundle/index.md'],
  ])('by ref of %s links to %s', (path, made) => {
    expect(text(`[x]({{< ref "${path}" >}})`).text).toBe(`[x](${made})`);
  });
});

describe('a picture', () => {
  test.each([
    ['/images/s.png', '/images/s.png', []],
    ['https://old.example/images/s.png', '/images/s.png', []],
    ['near.png', './from/near.png', ['src/content/posts/from/near.png']],
    ['../bundle/p.png', './from/p.png', ['src/content/posts/from/p.png']],
    ['/posts/bundle/p.png', './from/p.png', ['src/content/posts/from/p.png']],
    ['img/a.png', './from/a.png', ['src/content/posts/from/a.png']],
  ])('at %s is named %s', (address, made, copies) => {
    expect(text(`![x](${address})`)).toEqual({ text: `![x](${made})`, copies });
  });

  test.each(['p.png', './p.png', 'P.PNG'])('%s of a bundle is beside its text', (address) => {
    const { text: made, copies } = text(`![x](${address})`, 'content/posts/bundle/index.md');
    expect(made).toBe('![x](./p.png)');
    expect(copies).toEqual(['src/content/posts/bundle/p.png']);
  });

  test('keeps the address that it had', () => {
    const { files } = imported(FILES);
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'public/posts/bundle/p.png',
        'public/posts/near.png',
        'public/images/s.png',
      ]),
    );
  });
});
