import { describe, expect, test } from 'vitest';
import { parseSettings } from '../../../octavo/src/settings/settings.ts';
import { folder } from '../../../octavo/tests/helpers.ts';
import { imported, importOf, messages, oldPost } from './old-blog.ts';

const POST = { 'content/posts/x.md': oldPost('title: X\ndate: 2020-01-02\ntags: [Go]') };

/** Returns the settings of a blog with this configuration in YAML; they hold. */
function settings(config: string, files: Record<string, string> = {}) {
  const site = imported(
    { ...POST, ...files },
    `title: Old\nbaseURL: https://old.example/\n${config}`,
  );
  parseSettings(site.settings);
  return { ...site.settings, diagnostics: site.diagnostics.map(({ message }) => message) };
}

describe('the text of the home page', () => {
  const files = {
    'content/_index.md': '# Hi [x]({{< ref "x" >}})\n\n[y](/posts/x#a) ![z](/z.png) {{< nope >}}\n',
    'static/z.png': '',
  };

  test('is converted, and links by URLs', () => {
    const { intro } = settings('', files);
    expect(intro).toContain('# Hi [x](/posts/x/)');
    expect(intro).toContain('[y](/posts/x/#a) ![z](/z.png)');
  });

  test('is reported at its lines', () => {
    const site = imported({ ...POST, ...files }, 'title: Old\nbaseURL: https://old.example/\n');
    expect(messages(site)).toContainEqual(
      expect.stringContaining('content/_index.md:3 warning: nope'),
    );
  });
});

describe('the settings have', () => {
  test.each([
    ['the language', 'languageCode: en-us', { language: 'en-US' }],
    ['the language by the key of the site', 'defaultContentLanguage: de', { language: 'de' }],
    ['a language with an underscore', 'languageCode: pt_BR', { language: 'pt-BR' }],
    ['the time zone', 'timeZone: Asia/Tokyo', { timeZone: 'Asia/Tokyo' }],
    ['the posts of a page', 'paginate: 7', { pageSize: 7 }],
    ['the posts of a page, as newer Hugo has it', 'pagination: { pagerSize: 8 }', { pageSize: 8 }],
    ['the author', 'params: { author: Bob Pump }', { author: 'bob-pump' }],
    ['the author of many', 'params: { author: [Bob, Eve] }', { author: 'bob' }],
    [
      'the author with an address',
      'author: { name: "Bob Pump", email: b@x.example }',
      { author: 'bob-pump' },
    ],
    ['the description', 'params: { description: "Things." }', { description: 'Things.' }],
    ['the footer', 'copyright: CC BY', { footer: 'CC BY' }],
    [
      'the text of home',
      'params: { homeInfoParams: { Title: Hi, Content: There } }',
      { intro: '## Hi\n\nThere' },
    ],
    [
      'the profile',
      'params: { profileMode: { enabled: true, title: Me, buttons: [{ name: All, url: /posts/ }] } }',
      { intro: '## Me\n\n[All](/)' },
    ],
    [
      'where else the author is',
      'params: { socialIcons: [{ name: github, url: "https://github.com/x" }, { name: email, url: "a@x.example" }, { name: rss, url: /index.xml }] }',
      {
        social: [
          { name: 'GitHub', link: 'https://github.com/x' },
          { name: 'Email', link: 'mailto:a@x.example' },
        ],
      },
    ],
    [
      'where to edit',
      'params: { editPost: { URL: "https://github.com/x/y/tree/main/content" } }',
      { editUrl: 'https://github.com/x/y/tree/main/' },
    ],
    [
      'the account in the Fediverse',
      'params: { social: { fediverse_creator: "@a@b.example" } }',
      { fediverse: '@a@b.example' },
    ],
    [
      'short feeds',
      'params: { ShowFullTextinRSS: false }',
      { feeds: expect.objectContaining({ content: 'summary' }) },
    ],
    [
      'the items of feeds',
      'services: { rss: { limit: 20 } }',
      { feeds: expect.objectContaining({ items: 20 }) },
    ],
    [
      'feeds where they were',
      '',
      {
        feeds: {
          alsoAt: {
            rss: [
              '/index.xml',
              '/posts/index.xml',
              '/categories/index.xml',
              '/tags/index.xml',
              '/tags/:tag/index.xml',
            ],
          },
        },
      },
    ],
    [
      'feeds under another name',
      'outputFormats: { RSS: { baseName: feed } }\ntaxonomies: {}',
      { feeds: { alsoAt: { rss: ['/feed.xml', '/posts/feed.xml'] } } },
    ],
    [
      'permalinks',
      'permalinks: { posts: "/:year/:month/:slug/" }',
      { permalink: '/:year/:month/:slug/' },
    ],
  ])('%s', (_, config, expected) => {
    expect(settings(config)).toMatchObject(expected);
  });

  test('no feeds at old addresses where there were none', () => {
    expect(settings('disableKinds: [RSS]')).not.toHaveProperty('feeds');
  });

  test('the links of the main menu, in order, where they lead now', () => {
    const menu =
      'menu: { main: [{ name: B, url: /categories/, weight: 2 }, { name: A, url: posts/x/, weight: 1 }, { name: S, url: /search/ }, { name: Out, url: "https://x.example/", weight: 3 }] }';
    const about = oldPost('title: About\nmenu: { main: { weight: 9 } }');
    expect(settings(menu, { 'content/about.md': about }).nav).toEqual([
      { label: 'A', link: '/posts/x/' },
      { label: 'B', link: '/tags/' },
      { label: 'Out', link: 'https://x.example/' },
      { label: 'About', link: '/about/' },
    ]);
  });

  test('nothing without an equivalent, which is reported', () => {
    const { diagnostics } = settings(
      'googleAnalytics: G-1\nminify: true\nparams: { Fuse: 1, author: A }\nmenu: { footer: [] }',
    );
    expect(diagnostics).toEqual(
      expect.arrayContaining([
        'googleanalytics has no equivalent: nothing is loaded from other hosts; a statistics of the server’s log counts readers',
        'skipped settings of Hugo: minify',
        'skipped params of the theme: fuse',
      ]),
    );
  });

  test('a missing URL as an error', () => {
    const site = imported(POST, 'title: Old\n');
    expect(site.settings.url).toBe('https://my-blog.example/');
    expect(site.diagnostics).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        message: 'baseURL: missing; set url to the URL of the site',
      }),
    );
  });
});

test('configuration is read from all its files, the most specific last', () => {
  const site = importOf(
    folder({
      'config.toml': 'title = "Root"\nbaseURL = "https://root.example/"\n',
      'config/_default/hugo.yaml': 'TITLE: Default\n',
      'config/_default/params.toml': 'Author = "Ada"\nDescription = "D"\n',
      'config/_default/menus.en.json': '{ "Main": [{ "name": "X", "url": "/posts/x/" }] }',
      'config/_default/languages.en.toml': 'title = "In English"\n',
      'config/production/params.yaml': 'description: P\n',
      ...POST,
    }),
  );
  expect(site.settings).toMatchObject({
    ...{ title: 'In English', url: 'https://root.example/', author: 'ada', description: 'P' },
    nav: [{ label: 'X', link: '/posts/x/' }],
  });
});

test.each([
  ['', ['/', '/sitemap.xml']],
  ['languages: { en: {}, fr: {} }', ['/', '/en/', '/sitemap.xml', '/en/sitemap.xml']],
  [
    'defaultContentLanguageInSubdir: true',
    ['/en/', '/', '/sitemap.xml', '/en/sitemap.xml', '/en/index.xml', '/en/posts/x/'],
  ],
  [
    'uglyURLs: true',
    ['/page/1.html', '/posts.html', '/posts/page/1.html', '/tags/go.html', '/posts/x.html'],
  ],
  ['enableRobotsTXT: true', ['/robots.txt']],
])('the old addresses are those by "%s": %j', (config, expected) => {
  const { addresses } = imported(POST, `title: Old\nbaseURL: https://old.example/\n${config}`);
  const known = addresses.map(({ from }) => from);
  expect(expected.filter((path) => !known.includes(path))).toEqual([]);
});

describe('pages become', () => {
  const kinds = (files: Record<string, string>, config = '') => {
    const site = imported(files, `title: Old\nbaseURL: https://old.example/\n${config}`);
    return site.files
      .map(({ path }) => path)
      .filter((path) => /^src\/content\/(?:posts|pages)\/.*md$/.test(path))
      .sort();
  };
  const dated = oldPost('title: D\ndate: 2020-01-01');
  const undated = oldPost('title: U');
  const tagged = oldPost('title: T\ndate: 2020-01-01\ntags: [a]');

  test('posts of the section that has most, and of others where they are dated', () => {
    const files = {
      'content/blog/a.md': dated,
      'content/blog/b.md': dated,
      'content/til/c.md': dated,
      'content/projects/d.md': undated,
      'content/about.md': dated,
    };
    expect(kinds(files)).toEqual([
      ...['src/content/pages/about.md', 'src/content/pages/blog.md'],
      ...['src/content/pages/projects/d.md', 'src/content/pages/til.md'],
      ...[
        'src/content/posts/blog/a.md',
        'src/content/posts/blog/b.md',
        'src/content/posts/til/c.md',
      ],
    ]);
  });

  test('posts of the sections that are named, and of others where lists had them', () => {
    const files = {
      'content/blog/a.md': dated,
      'content/til/c.md': dated,
      'content/til/t.md': tagged,
    };
    expect(kinds(files, 'params: { mainSections: [blog] }')).toEqual([
      ...['src/content/pages/blog.md', 'src/content/pages/til.md'],
      ...[
        'src/content/pages/til/c.md',
        'src/content/posts/blog/a.md',
        'src/content/posts/til/t.md',
      ],
    ]);
  });

  test('nothing where Hugo makes no page of them, or Octavo has one', () => {
    const files = {
      'content/blog/a.md': dated,
      'content/hidden/index.md': oldPost('title: H\nheadless: true'),
      'content/never.md': oldPost('title: N\nbuild: { render: never }'),
      'content/search.md': oldPost('title: S\nlayout: search'),
    };
    expect(kinds(files)).toEqual(['src/content/posts/a.md']);
  });
});
