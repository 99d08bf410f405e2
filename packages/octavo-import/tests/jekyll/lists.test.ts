import { describe, expect, test } from 'vitest';
import { importedBlog } from './jekyll-blog.ts';

const FILES = {
  'index.html': '---\n---\n{% for post in paginator.posts %}{% endfor %}',
  '_posts/2023-01-06-a.md': '---\ntags: [Go, C#]\ncategories: News\n---\na',
  '_posts/2024-01-06-b.md': '---\ntags: Go\n---\nb',
  '_posts/2024-01-07-c.md': '---\nhidden: true\n---\nc',
};

function answers(config: string, files: Record<string, string> = {}) {
  const { addresses } = importedBlog({ ...FILES, ...files }, config);
  return Object.fromEntries(addresses.map(({ from, to, by }) => [from, `${to} ${by}`]));
}

describe('lists that plugins make', () => {
  test('jekyll-paginate', () => {
    expect(answers('plugins: [jekyll-paginate]\npaginate: 1\n')).toMatchObject({
      '/page2/': '/page/2/ page',
    });
    const path = 'plugins: [jekyll-paginate]\npaginate: 1\npaginate_path: "/blog/:num/"\n';
    expect(answers(path)).toMatchObject({ '/blog/2/': '/page/2/ page' });
    expect(answers(path)).not.toHaveProperty('/blog/3/');
  });

  test('jekyll-archives', () => {
    const config = 'plugins: [jekyll-archives]\njekyll-archives: { enabled: all }\n';
    expect(answers(config)).toMatchObject({
      '/tag/go/': '/tags/go/ page',
      '/tag/c/': '/tags/csharp/ page',
      '/category/news/': '/tags/news/ page',
      '/2024/': '/archive/ page',
      '/2024/01/': '/archive/ page',
      '/2024/01/06/': '/archive/ page',
    });
  });

  test('jekyll-paginate-v2', () => {
    expect(answers('autopages: { enabled: true }\n')).toMatchObject({
      '/tag/go/': '/tags/go/ page',
      '/category/news/': '/tags/news/ page',
    });
  });
});

describe('pages that are lists', () => {
  test.each([
    ['tags.html', 'layout: tags', '', '/tags.html', '/tags/ page'],
    [
      'archive.md',
      'title: All',
      '{% for p in site.posts %}{% endfor %}',
      '/archive.html',
      '/archive/ page',
    ],
    [
      'topics.md',
      'title: T',
      '{% for t in site.tags %}{% endfor %}',
      '/topics.html',
      '/tags/ page',
    ],
    ['blog.md', 'pagination: { enabled: true }', 'Text', '/blog.html', '/ page'],
    ['go.md', '', '{% for p in site.tags.Go %}{% endfor %}', '/go.html', '/tags/go/ page'],
    [
      'all.md',
      '',
      '{% for c in site.categories %}{% for p in site.categories[name] %}{% endfor %}{% endfor %}',
      '/all.html',
      '/tags/ page',
    ],
    ['tag/go.md', 'layout: tagpage\ntag: Go', '', '/tag/go.html', '/tags/go/ page'],
    ['search.md', 'permalink: /search/', 'Text', '/search/', '/search/ same'],
  ])('%s', (path, yaml, body, from, to) => {
    expect(answers('', { [path]: `---\n${yaml}\n---\n${body}` })).toMatchObject({ [from]: to });
  });

  test('redirect_to leads to another page', () => {
    const files = { 'old.md': '---\nredirect_to: /2024/01/06/b.html\n---\n' };
    expect(answers('', files)).toMatchObject({ '/old.html': '/2024/01/06/b.html page' });
  });
});

describe('feeds', () => {
  const rss = '---\n---\n<rss>{% for post in site.posts %}{% endfor %}</rss>';

  test.each([
    ['jekyll-feed', 'plugins: [jekyll-feed]\n', {}, { atom: ['/feed.xml'] }],
    [
      'jekyll-feed elsewhere',
      'plugins: [jekyll-feed]\nfeed: { path: a/b.xml }\n',
      {},
      { atom: ['/a/b.xml'] },
    ],
    ['a template', '', { 'feed.xml': rss }, { rss: ['/feed.xml'] }],
    ['Chirpy', 'theme: jekyll-theme-chirpy\n', {}, { atom: ['/feed.xml'] }],
    ['one at an address of the engine', '', { 'rss.xml': rss }, undefined],
  ])('%s', (_, config, files, expected) => {
    const { settings } = importedBlog({ ...FILES, ...files }, config);
    expect(settings.feeds?.alsoAt).toEqual(expected);
  });

  test('of tags lead to the feeds of tags', () => {
    const config = 'plugins: [jekyll-feed]\nfeed: { tags: true, categories: [News] }\n';
    expect(answers(config)).toMatchObject({
      '/feed/by_tag/Go.xml': '/tags/go/rss.xml rule',
      '/feed/News.xml': '/tags/news/rss.xml rule',
    });
  });
});

describe('the menu', () => {
  const page = (yaml: string) => `---\ntitle: About\n${yaml}\n---\nText`;
  const nav = (config: string, files: Record<string, string>) =>
    importedBlog({ ...FILES, ...files }, config).settings.nav;

  test.each([
    [
      'of minima',
      'header_pages: [about.md]\n',
      { 'about.md': page(''), 'b.md': page('') },
      '/about/',
    ],
    [
      'of Minimal Mistakes',
      '',
      {
        'about.md': page(''),
        '_data/navigation.yml': 'main:\n  - title: About\n    url: /about.html\n',
      },
      '/about/',
    ],
    [
      'of Beautiful Jekyll',
      'navbar-links: { About: about }\n',
      { 'about.md': page('permalink: /about/') },
      '/about/',
    ],
    ['of al-folio', '', { 'about.md': page('nav: true'), 'b.md': page('') }, '/about/'],
  ])('%s', (_, config, files, link) => {
    expect(nav(config, files as Record<string, string>)).toEqual([{ label: 'About', link }]);
  });
});

test('the introduction has no list of posts, and the header no page with the title of the blog', () => {
  const loop =
    '{% for post in site.posts %}\n- {{ post.title }}{% if a %}{% for b in c %}{% endfor %}{% endif %}\n{% endfor %}';
  const files = {
    '_posts/2024-01-06-a.md': '---\ntitle: A\n---\n',
    'b.md': '---\ntitle: Old\n---\nB',
  };
  const settings = (body: string) =>
    importedBlog({ ...files, 'index.md': `---\n---\n${body}` }).settings;
  expect(settings(`## All of these posts\n\n${loop}`).intro).toBe('## All of these posts');
  expect(settings(`## Posts\n\n${loop}`).intro).toBeUndefined();
  expect(settings('').nav).toBeUndefined();
});

test('the text of the home page is the introduction', () => {
  const files = {
    'index.md': '---\n---\nA press of [lead](/base/about.html), {{ site.title }}.',
    'about.md': '---\ntitle: About\n---\nText',
  };
  const { settings } = importedBlog(files, 'baseurl: /base\n');
  expect(settings.intro).toBe('A press of [lead](/about/), Old.');
});
