import { describe, expect, test } from 'vitest';
import { differences } from '../imported.ts';
import type { ImportedSite } from '../../src/imported-site.ts';
import { fileOf, imported, messages, oldPost } from './old-blog.ts';

const BASE = 'baseURL: https://old.example/\ntitle: Old\nparams: { author: Ada, description: D }\n';
const EN_DE = `${BASE}languages: { en: { weight: 1 }, de: { title: Alt } }\n`;
const post = (more = '', text = 'Text.') => oldPost(`title: X\ndate: 2020-01-02\n${more}`, text);

/** Returns the old URLs with their targets, without numbered pages and categories. */
function addressesOf({ addresses }: ImportedSite, start = '/'): string[] {
  return addresses
    .filter(({ from }) => from.startsWith(start) && !/\/(?:page|categories)\//.test(from))
    .map(({ from, to = 'nothing', by }) => `${from} → ${to} (${by})`)
    .sort();
}

/** Returns the paths of posts, pages and their pictures. */
function contentOf({ files }: ImportedSite): string[] {
  const found = files.flatMap(({ path }) => /^src\/content\/((?:po|pa).*)/.exec(path)?.[1] ?? []);
  return found.sort();
}

describe('a post in another language', () => {
  test.each<[name: string, config: string, paths: string[], expected: string[]]>([
    [
      'in the name of its file stays beside the original',
      EN_DE,
      ['content/posts/x.md', 'content/posts/x.de.md', 'content/posts/2020/y.de.md'],
      ['posts/2020/y.de.md', 'posts/x.de.md', 'posts/x.md'],
    ],
    [
      'in the names of all files has the default one without its name',
      EN_DE,
      ['content/posts/x.en.md', 'content/posts/x.de.md'],
      ['posts/x.de.md', 'posts/x.md'],
    ],
    [
      'in a bundle stays in it',
      EN_DE,
      ['content/posts/x/index.en.md', 'content/posts/x/index.de.md'],
      ['posts/x/index.de.md', 'posts/x/index.md'],
    ],
    [
      'in a folder of content stays in a folder',
      BASE + 'languages: { en: { contentDir: content/en }, de: { contentDir: content/de } }',
      ['content/en/posts/x.md', 'content/de/posts/x/index.md', 'content/de/about.md'],
      ['pages/de/about.md', 'posts/de/x/index.md', 'posts/x.md'],
    ],
    [
      'in a mount stays in a folder',
      `${BASE}languages: { en: {}, de: {} }
module: { mounts: [{ source: en, target: content, lang: en }, { source: d, target: content, lang: DE }] }`,
      ['en/posts/x.md', 'd/posts/x.md'],
      ['posts/de/x.md', 'posts/x.md'],
    ],
    [
      'has a key of several parts',
      BASE + 'languages: { en: {}, zh-CN: {} }',
      ['content/posts/x.md', 'content/posts/x.zh-cn.md', 'content/posts/node.js.md'],
      ['posts/node.js.md', 'posts/x.md', 'posts/x.zh-cn.md'],
    ],
  ])('%s', (_, config, paths, expected) => {
    const site = imported(Object.fromEntries(paths.map((path) => [path, post()])), config);
    expect(contentOf(site)).toEqual(expected);
  });

  test('is a page where its original is one', () => {
    const page = oldPost('title: X');
    const files = { 'content/docs/x.md': page, 'content/docs/x.de.md': page };
    const site = imported({ ...files, 'content/a/y.md': post(), 'content/a/z.md': post() }, EN_DE);
    expect(contentOf(site).filter((path) => path.includes('x.'))).toEqual([
      ...['pages/docs/x.de.md', 'pages/docs/x.md'],
    ]);
  });

  test('shares the pictures of a bundle', () => {
    const text = '![A](a.png)';
    const site = imported(
      {
        'content/posts/x/index.md': post('', text),
        'content/posts/x/index.de.md': post('slug: ix', text),
        'content/posts/x/a.png': 'png',
      },
      EN_DE,
    );
    const paths = ['posts/x/a.png', 'posts/x/index.de.md', 'posts/x/index.md'];
    expect(contentOf(site)).toEqual(paths);
    expect(fileOf(site, 'src/content/posts/x/index.de.md')).toContain('![A](./a.png)');
    expect(addressesOf(site, '/de/posts/ix/')).toEqual([
      '/de/posts/ix/ → /de/posts/ix/ (same)',
      '/de/posts/ix/a.png → /de/posts/ix/a.png (same)',
    ]);
  });

  test.each([
    ['has a key where the names of files differ', '', 'translationKey: x\n'],
    ['has its key', 'translationKey: k\n', 'translationKey: k\n'],
  ])('%s', (_, key, expected) => {
    const site = imported(
      {
        'content/about.md': oldPost(`title: A\n${key}`),
        'content/posts/x.md': post(`${key.replace('k', 'p')}`),
        'content/posts/x.de.md': post(`${key.replace('k', 'p')}`),
        'content/about.de.md': oldPost(`title: A\nslug: ueber\n${key}`),
      },
      EN_DE,
    );
    const about = expected.replace(' x', ' about');
    expect(fileOf(site, 'src/content/pages/about.md')).toContain(about);
    expect(fileOf(site, 'src/content/pages/ueber.de.md')).toContain(about);
    expect(fileOf(site, 'src/content/posts/x.de.md')).not.toContain('translationKey');
  });
});

/** The URLs that Hugo 0.111 makes of these files, without numbered pages. */
const FILES = {
  'content/posts/a.md': post('tags: [x]\naliases: [/old-a/, rel-a]'),
  'content/posts/a.de.md': post('tags: [x]\nurl: /root-a/\naliases: [/alt-a/, rel-a]'),
  'content/posts/a.zh-cn.md': post('url: posts/rela/'),
  'content/posts/b/index.md': post(),
  'content/posts/b/index.de.md': post('slug: bde'),
  'content/posts/b/b.txt': 'b',
  'content/posts/c.de.md': post('url: /de/posts/c-x/\naliases: [/de/c/]'),
  'content/posts/d.fr.md': post(),
  'content/posts/_index.de.md': oldPost('title: P\nurl: /de/beitraege/'),
  'content/posts/e.de.org': '#+title: E\n#+date: 2020-01-02\n',
  'content/about.md': oldPost('title: About'),
  'content/about.de.md': oldPost('title: Über\nslug: ueber'),
  'content/posts/loose.txt': 'l',
  'content/posts/loose.de.txt': 'l',
};
const ALL = `${BASE}enableRobotsTXT: true
languages: { en: {}, de: { languageCode: de-AT }, zh-CN: {}, fr: { disabled: true }, ja: {} }\n`;
const lists = (path: string) =>
  ['', 'tags/', 'categories/'].flatMap((list) => [`${path}${list}`, `${path}${list}index.xml`]);
const LANGUAGES = ['en', 'de', 'zh-cn', 'ja'];
const DE = [
  ...['/de/beitraege/', '/de/beitraege/index.xml', '/de/beitraege/loose.de.txt'],
  ...['/de/posts/bde/', '/de/posts/bde/b.txt', '/de/posts/c-x/', '/de/c/', '/de/posts/e/'],
  ...['/de/tags/x/', '/de/tags/x/index.xml', '/de/ueber/', '/root-a/', '/alt-a/', '/rel-a/'],
];
const ZH = ['/zh-cn/posts/', '/zh-cn/posts/index.xml', '/zh-cn/posts/rela/'];
const EN = [
  ...['/about/', '/posts/', '/posts/index.xml', '/posts/a/', '/posts/rel-a/', '/posts/b/'],
  ...['/posts/b/b.txt', '/posts/loose.txt', '/tags/x/', '/tags/x/index.xml'],
];
const SITE = ['/old-a/', '/robots.txt', '/sitemap.xml'];

describe('each old URL answers', () => {
  test.each<[name: string, config: string, made: string[]]>([
    ['of a blog with the default language at the root', '', [...lists('/'), ...EN, '/en/']],
    [
      'of a blog with the default language in a folder',
      'defaultContentLanguageInSubdir: true',
      ['/', ...lists('/en/'), ...EN.map((path) => `/en${path}`)],
    ],
  ])('%s', (_, config, made) => {
    const { dead, invented } = differences(imported(FILES, ALL + config), [
      ...[...made, ...DE, ...ZH, ...SITE],
      ...LANGUAGES.flatMap((code) => [
        `/${code}/sitemap.xml`,
        ...(code === 'en' ? [] : lists(`/${code}/`)),
      ]),
    ]);
    expect({ dead, invented: invented.filter((path) => !path.includes('/page/')) }).toEqual({
      ...{ dead: [], invented: [] },
    });
  });

  test('in its language', () => {
    const { addresses } = imported(FILES, ALL);
    const others = addresses.filter(({ from, to }) => from !== to && /^\/(?:de|zh|ja)/.test(from));
    expect(others.flatMap(({ from, to }) => (to!.split('/')[1] === from.split('/')[1] ? [] : from)))
      // Those of a language without posts.
      .toEqual(addresses.flatMap(({ from }) => (/^\/ja\/(?!sitemap)/.test(from) ? from : [])));
    expect(
      addressesOf(imported(FILES, ALL), '/de/').filter((line) => !line.includes('categ')),
    ).toEqual([
      '/de/ → /de/ (same)',
      '/de/beitraege/ → /de/beitraege/ (same)',
      '/de/beitraege/index.xml → /de/rss.xml (feed)',
      '/de/beitraege/loose.de.txt → /de/beitraege/loose.de.txt (same)',
      '/de/c/ → /de/posts/c-x/ (alias)',
      '/de/index.xml → /de/rss.xml (feed)',
      '/de/posts/bde/ → /de/posts/bde/ (same)',
      '/de/posts/bde/b.txt → /de/posts/bde/b.txt (same)',
      '/de/posts/c-x/ → /de/posts/c-x/ (same)',
      '/de/posts/e/ → /de/ (page)',
      '/de/sitemap.xml → /de/sitemap.xml (same)',
      '/de/tags/ → /de/tags/ (same)',
      '/de/tags/index.xml → /de/rss.xml (feed)',
      '/de/tags/x/ → /de/tags/x/ (same)',
      '/de/tags/x/index.xml → /de/tags/x/rss.xml (feed)',
      '/de/ueber/ → /de/ueber/ (same)',
    ]);
  });

  test.each([
    ['on a host of its own, reported', 'fr: { baseURL: "https://fr.example/" }', 1],
    ['switched off', 'fr: { disabled: true }', 0],
    ['switched off in a list', 'fr: {} }\ndisableLanguages: [fr]\nx: { y: 1', 0],
  ])('but for a language %s', (_, language, count) => {
    const files = { 'content/posts/x.md': post(), 'content/posts/x.fr.md': post() };
    const site = imported(files, `${BASE}languages: { en: {}, ${language} }`);
    expect(addressesOf(site, '/fr/')).toEqual([]);
    expect(site.settings.languages).toBeUndefined();
    expect(messages(site)).toHaveLength(count);
  });

  test('by a rule where a pattern makes a feed of another list at its path', () => {
    const files = {
      ...{ 'content/posts/a.md': post(), 'content/til/a.md': post() },
      'content/posts/a.de.md': post('url: a/'),
    };
    const site = imported(files, EN_DE);
    expect(site.settings.feeds?.alsoAt?.rss).not.toContain('/posts/index.xml');
    expect(addressesOf(site).filter((line) => line.includes('posts/index'))).toEqual([
      '/de/posts/index.xml → /de/rss.xml (rule)',
      '/posts/index.xml → /posts/index.xml (feed)',
    ]);
  });

  test('but for a draft', () => {
    const files = { 'content/posts/x.md': post(), 'content/posts/x.de.md': post('draft: true') };
    expect(addressesOf(imported(files, EN_DE), '/de/posts/x')).toEqual([]);
  });
});

describe('a link', () => {
  const link = (text: string) =>
    fileOf(
      imported(
        {
          'content/posts/x.md': post(),
          'content/posts/x.de.md': post('tags: [Go]'),
          'content/posts/y.md': post(),
          'content/posts/z.md': post(),
          'content/posts/z.de.md': post('', text),
        },
        EN_DE,
      ),
      'src/content/posts/z.de.md',
    );

  test.each([
    ['to a file in the language', '[a](x.md)', './x.de.md'],
    ['to a file in another', '[a](y.md)', './y.md'],
    ['by ref', '[a]({{< ref "x" >}})', './x.de.md'],
    ['by a path in the language', '[a](/de/posts/x/)', './x.de.md'],
    ['by a path to an original', '[a](/posts/x/)', './x.de.md'],
    ['to a heading of an original', '[a](/posts/x/#b)', 'https://old.example/posts/x/#b'],
    ['to its own original', '[a](/posts/z/)', './z.md'],
    ['by a path in another', '[a](/posts/y/#b)', './y.md#b'],
    ['by a relative path', '[a](../x/)', './x.de.md'],
    ['to a list', '[a](/de/categories/)', '/de/tags/'],
  ])('%s: %s', (_, text, expected) => {
    expect(link(text)).toContain(`[a](${expected})`);
  });
});
