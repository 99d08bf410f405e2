import { describe, expect, test } from 'vitest';
import { importedBlog, postOf, readBlog } from './jekyll-blog.ts';

// As Jekyll 4.3.1 makes them of these files.
const FILES = {
  'cat/sub/_posts/2024-01-06-My Ünicode_post.v1.md':
    '---\ncategories: [Two Words, C++]\ndate: 2024-01-06 23:30:15 +0100\n---\nx',
  '_posts/2023-12-31-plain.markdown': '---\nslug: Own Slug\ncategory: One\n---\nx',
  '_posts/24-1-5-short.md': '---\npermalink: /own/:title/\n---\nx',
  'about.md': '---\n---\nx',
  'dir/index.md': '---\n---\nx',
  'dir/page.html': '---\n---\nx',
  '_things/a/My thing.md': '---\n---\nx',
};
const CONFIG = 'timezone: Europe/Berlin\ncollections: { things: { output: true } }\n';

function urls(permalink: string): Record<string, string> {
  const { posts, pages } = readBlog(FILES, `${CONFIG}permalink: ${permalink}\n`);
  return Object.fromEntries([...posts, ...pages].map(({ page, oldUrl }) => [page.file, oldUrl]));
}

const POST = 'cat/sub/_posts/2024-01-06-My Ünicode_post.v1.md';
const CATEGORIES = '/cat/sub/two words/c++';

describe('the URL of a post', () => {
  test.each([
    ['date', `${CATEGORIES}/2024/01/06/My-Ünicode_post.v1.html`],
    ['pretty', `${CATEGORIES}/2024/01/06/My-Ünicode_post.v1/`],
    ['ordinal', `${CATEGORIES}/2024/006/My-Ünicode_post.v1.html`],
    ['weekdate', `${CATEGORIES}/2024/W01/Sat/My-Ünicode_post.v1.html`],
    ['none', `${CATEGORIES}/My-Ünicode_post.v1.html`],
    ['/:year/:i_month/:i_day/:title/', '/2024/1/6/My-Ünicode_post.v1/'],
    ['/:short_year/:short_month/:long_month/:title/', '/24/Jan/January/My-Ünicode_post.v1/'],
    [
      '/:w_year/:week/:w_day/:short_day/:long_day/:slug.html',
      '/2024/01/6/Sat/Saturday/my-ünicode-post-v1.html',
    ],
    ['/:slugified_categories/:name/', '/cat/sub/two-words/c/2024-01-06-my-ünicode-post-v1/'],
    ['/:hour/:minute/:second/:y_day/:title:output_ext', '/23/30/15/006/My-Ünicode_post.v1.html'],
    ['/posts/:title_/', '/posts/My-Ünicode_post.v1_/'],
  ])('is made by the permalink %s', (permalink, url) => {
    expect(urls(permalink)[POST]).toBe(url);
  });

  test('has the slug and permalink of its front matter', () => {
    expect(urls('date')).toMatchObject({
      '_posts/2023-12-31-plain.markdown': '/one/2023/12/31/Own-Slug.html',
      '_posts/24-1-5-short.md': '/own/short/',
    });
  });

  test('without an ending is a folder', () => {
    expect(urls('/:title')['_posts/24-1-5-short.md']).toBe('/own/short/');
    expect(urls('/:year/:title')['_posts/2023-12-31-plain.markdown']).toBe('/2023/Own-Slug/');
  });

  test('is a folder too if it ends in a number', () => {
    const name = '_posts/2024-01-06-go-1.22.md';
    const files = { [name]: '---\nredirect_from: /go-1.22.0\n---\nx' };
    const site = importedBlog(files, 'permalink: /:title');
    expect(postOf(site, 'go-1.22')).toContain('aliases:\n  - /go-1.22.0/\n');
    expect(site.addresses).toContainEqual({
      ...{ from: '/go-1.22/', to: '/go-1.22/', kind: 'post', by: 'same' },
    });
  });
});

describe('a post without a day in its name', () => {
  const FILE = { '_posts/a.md': '---\ntitle: A\ndate: 2024-01-06\n---\nx' };

  test('is skipped with a warning', () => {
    expect(readBlog(FILE)).toMatchObject({
      posts: [],
      diagnostics: [
        {
          ...{ file: '_posts/a.md', line: 1, severity: 'warning' },
          message: 'skipped, as in Jekyll: the name of a post must begin with its day, 2024-01-06-',
        },
      ],
    });
  });

  test('is a post if a plugin reads it', () => {
    const plugin = 'def read_posts(dir)\n read_publishable(dir, "_posts", /.*/)\nend';
    const { posts } = readBlog({ ...FILE, '_plugins/any.rb': plugin }, 'permalink: /:path.html\n');
    expect(posts.map(({ oldUrl }) => oldUrl)).toEqual(['/a.html']);
  });
});

describe('the URL of a page', () => {
  test.each([
    ['date', '/about.html', '/dir/page.html', '/things/a/My thing.html'],
    ['pretty', '/about/', '/dir/page/', '/things/a/My thing/'],
    ['none', '/about.html', '/dir/page.html', '/things/a/My thing.html'],
    ['/:year/:title/', '/about/', '/dir/page/', '/things/a/My thing/'],
  ])('ends as permalinks do: %s', (permalink, about, page, thing) => {
    expect(urls(permalink)).toMatchObject({
      'about.md': about,
      'dir/index.md': '/dir/',
      'dir/page.html': page,
      '_things/a/My thing.md': thing,
    });
  });
});

describe('the id of a post in the feed', () => {
  const ids = (config: string, files: Record<string, string> = {}) =>
    readBlog({ '_posts/2024-01-06-A.md': '---\n---\nx', ...files }, config).posts.map(
      ({ feedId }) => feedId,
    );

  test.each([
    ['the path without an ending, by jekyll-feed', 'plugins: [jekyll-feed]\n', '/2024/01/06/A'],
    ['the same with minima', 'theme: minima\npermalink: pretty\n', '/2024/01/06/A'],
  ])('is %s', (_, config, path) => {
    expect(ids(config)).toEqual([`https://old.example${path}`]);
  });

  test.each([
    ['<id>{{ site.url }}{{ post.id }}</id>', 'https://old.example/2024/01/06/A'],
    [
      '<id>{{ post.url | prepend: site.baseurl | prepend: site.url }}</id>',
      'https://old.example/2024/01/06/A.html',
    ],
    ['<id>{{ post.url | absolute_url }}</id>', 'https://old.example/2024/01/06/A.html'],
    ['<id>tag:old.example,2024:{{ post.id }}</id>', 'tag:old.example,2024:/2024/01/06/A'],
  ])('is what a template says: %s', (id, expected) => {
    const feed = `---\n---\n<feed>{% for post in site.posts %}<entry>${id}</entry>{% endfor %}</feed>`;
    expect(ids('', { 'atom.xml': feed })).toEqual([expected]);
  });

  test('is its URL where there is no feed', () => {
    expect(ids('')).toEqual([undefined]);
  });
});
