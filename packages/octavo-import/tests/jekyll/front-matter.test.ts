import { describe, expect, test } from 'vitest';
import { importedBlog, postOf } from './jekyll-blog.ts';

function frontMatter(yaml: string, config = '', files: Record<string, string> = {}): string {
  const site = importedBlog(
    { '_posts/2024-01-06-post.md': `---\n${yaml}\n---\na\n`, ...files },
    config,
  );
  return /^---\n([\s\S]*?)---\n/.exec(postOf(site, 'post'))?.[1] ?? '';
}

describe('front matter of a post', () => {
  test.each([
    ['a title of its file', '', 'title: Post\ndate: 2024-01-06\n'],
    ['the date of its file', 'title: A', 'date: 2024-01-06\n'],
    ['a date of its own', 'title: A\ndate: 2024-01-07', 'date: 2024-01-07\n'],
    ['words as tags', 'title: A\ntags: b c', 'tags:\n  - b\n  - c\n'],
    ['a list of tags', 'title: A\ntags: [b c, d]', 'tags:\n  - b c\n  - d\n'],
    ['categories before tags', 'title: A\ntags: b\ncategories: [c d]', 'tags:\n  - c d\n  - b\n'],
    ['one category', 'title: A\ncategory: c d', 'tags:\n  - c d\n'],
    ['an excerpt', 'title: A\nexcerpt: "*b* c"', 'summary: b c\n'],
    ['a subtitle', 'title: A\nsubtitle: b', 'description: b\n'],
    ['a draft', 'title: A\npublished: false', 'draft: true\n'],
    ['a pin', 'title: A\npin: true', 'pinned: true\n'],
    ['a change', 'title: A\nlast_modified_at: 2024-02-01', 'updated: 2024-02-01\n'],
    ['the contents', 'title: A\ntoc: false', 'toc: false\n'],
    [
      'a canonical URL',
      'title: A\ncanonical_url: https://a.example/',
      'canonical: https://a.example/\n',
    ],
    ['others who write', 'title: A\nauthor: Bob', 'authors:\n  - bob\n'],
    ['redirects', 'title: A\nredirect_from: [/b, /c/]', '  - /b/\n  - /c/\n'],
  ])('has %s', (_, yaml, expected) => {
    expect(frontMatter(yaml)).toContain(expected);
  });

  test.each([
    ['image: /assets/x.png'],
    ['image:\n  path: /assets/x.png'],
    ['header:\n  teaser: /assets/x.png'],
    ['header-img: assets/x.png'],
    ['media_subpath: /assets\nimage: x.png'],
  ])('has a cover: %s', (yaml) => {
    const files = { 'assets/x.png': 'x' };
    expect(frontMatter(`title: A\n${yaml}`, '', files)).toContain('image: ./post/x.png\n');
  });

  test('has no cover that all posts have', () => {
    const config =
      'defaults: [{ scope: { path: "" }, values: { image: /assets/x.png, tags: [b] } }]\n';
    const made = frontMatter('title: A', config, { 'assets/x.png': 'x' });
    expect(made).not.toContain('cover');
    expect(made).toContain('tags:\n  - b\n');
  });

  test('has defaults by path and type, the longest path before others', () => {
    const config = `defaults:
  - { scope: { path: cat, type: posts }, values: { toc: false } }
  - { scope: { path: "" }, values: { toc: true } }
  - { scope: { path: "", type: pages }, values: { toc: true } }
  - { scope: { path: "ca*" }, values: { pin: true } }
`;
    const files = { 'cat/_posts/2024-01-05-b.md': '---\ntitle: B\n---\nb' };
    const post = postOf(importedBlog(files, config), 'b');
    expect(post).toContain('toc: false\n');
    expect(post).toContain('pinned: true\n');
  });

  test('of another language than the blog has it, in its folder', () => {
    const config = 'lang: en\nlanguages: [en, de]\ndefault_lang: en\npermalink: /:title/\n';
    const files = { '_posts/2024-01-07-b.md': '---\nlang: de\n---\nb' };
    const site = importedBlog(
      { ...files, '_posts/2024-01-06-a.md': '---\nlang: en\n---\na' },
      config,
    );
    expect(postOf(site, 'b')).toContain('lang: de\n');
    expect(postOf(site, 'a')).not.toContain('lang:');
    expect(site.addresses.map(({ from }) => from)).toContain('/de/b/');
  });

  test('is a guid only where Octavo would make another', () => {
    expect(frontMatter('title: A', 'permalink: /posts/:slug/\n')).not.toContain('guid');
  });
});

describe('files', () => {
  test('of posts, drafts, collections and pages are found, others left out', () => {
    const files = {
      '_posts/2024-01-06-a.md': '---\n---\na',
      '_posts/no-date.md': '---\n---\na',
      '_posts/deep/2024-01-07-b.md': '---\n---\nb',
      '_drafts/c.md': '---\n---\nc',
      '_things/d.md': '---\n---\nd',
      '_hidden/e.md': '---\n---\ne',
      'f.md': '---\n---\nf',
      'g.md': 'no front matter',
      '_sites/h.md': '---\n---\nh',
      'node_modules/i/index.md': '---\n---\ni',
      'vendor/bundle/j.md': '---\n---\nj',
      'skipped/k.md': '---\n---\nk',
      '.well-known/l.txt': 'l',
    };
    const config =
      'collections: { things: { output: true }, hidden: {} }\nexclude: [skipped]\ninclude: [.well-known]\n';
    const site = importedBlog(files, config);
    const paths = site.files.map(({ path }) => path.replace(/^src\/content\//, ''));
    const texts = paths.filter((path) => /^(?:posts|pages)\//.test(path));
    expect(texts.map((path) => path.replace(/^.*\//, '')).sort()).toEqual([
      ...['a.md', 'b.md', 'c.md', 'd.md', 'f.md'],
    ]);
    expect(paths).toContain('public/g.md');
    expect(site.counts).toMatchObject({ posts: 3, drafts: 1, pages: 2 });
  });

  test('in the folder of the sources are read there', () => {
    const site = importedBlog({ 'src/_posts/2024-01-06-a.md': '---\n---\na' }, 'source: src\n');
    expect(postOf(site, 'a')).toContain('title: A\n');
    const files = { 'src/_posts/2024-01-06-a.md': '---\n---\na' };
    expect(postOf(importedBlog(files, 'source: .tmp/src\n'), 'a')).toContain('title: A\n');
  });
});
