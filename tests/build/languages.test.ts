import { attributeOf, namesOf, readHtml } from '../../packages/octavo/src/html/read-html.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SharedSite } from '../shared-site.ts';
import { multilingualBlog } from '../sites/multilingual.ts';

let site: SharedSite;

beforeAll(async () => {
  site = await multilingualBlog();
});

describe('a blog in several languages', () => {
  test.each([
    ['/', 'en', ['proxies', 'basics', 'english-only', 'linked']],
    ['/de/', 'de', ['proxys', 'basics', 'nur-deutsch']],
    ['/ja/', 'ja', ['proxies', 'basics']],
    ['/ar/', 'ar', ['proxies']],
  ])('has at %s the posts in %s', (folder, language, slugs) => {
    const posts = site.files(`${folder.slice(1)}posts/*/index.html`);
    const paths = slugs.map((slug) => `${folder}posts/${slug}/index.html`);
    expect(posts).toEqual(paths.sort());
    for (const path of [folder, ...paths])
      expect(site.read(path)).toContain(`<html lang="${language}"`);
  });

  test.each(['', '/de', '/ja', '/ar'])('has the files of a blog below %s/', (folder) => {
    const files = site.files().map((path) => `${path}`);
    for (const path of ['404.html', 'rss.xml', 'atom.xml', 'feed.json', 'llms.txt'])
      expect(files).toContain(`${folder}/${path}`);
    for (const path of ['opensearch.xml', 'card.png', 'archive/index.html', 'tags/index.html'])
      expect(files).toContain(`${folder}/${path}`);
  });

  test('links to posts in the language of a text, if they are translated', () => {
    const html = site.read('/de/posts/proxys/');
    expect(html).toContain('<a href="/de/posts/basics/">');
    expect(html).toContain('<a href="/de/about/">');
    expect(html).toContain('<a href="/posts/english-only/" hreflang="en">');
    expect(site.read('/de/posts/proxys.md')).toContain('](https://example.com/de/posts/basics/)');
  });

  test.each([
    ['/posts/basics/', ['/posts/proxies/']],
    ['/de/posts/basics/', ['/de/posts/proxys/', '/de/posts/nur-deutsch/']],
    ['/posts/english-only/', ['/de/posts/proxys/', '/de/posts/nur-deutsch/']],
    ['/posts/proxies/', []],
  ])('lists below %s the posts that link to it', (path, posts) => {
    const [, aside = ''] = /<aside[^>]*"linkedFrom">(.*?)<\/aside>/.exec(site.read(path)) ?? [];
    expect([...aside.matchAll(/href="([^"]*)"/g)].map(([, url]) => url)).toEqual(posts);
  });

  test('resolves names in links to the language of the text, on its page and in its Markdown', () => {
    const html = site.read('/de/posts/nur-deutsch/');
    expect(html).toContain('<a href="/de/posts/proxys/">die Messung</a>');
    expect(html).toContain('<a href="/de/posts/basics/">Die Grundlagen</a>');
    expect(html).toContain('<a href="/posts/english-only/" hreflang="en">Only in English</a>');
    const markdown = site.read('/de/posts/nur-deutsch.md');
    expect(markdown).toContain('[die Messung](https://example.com/de/posts/proxys/)');
    expect(markdown).toMatch(/!\[Ein Kreis\]\(https:\/\/example\.com\/_astro\/circle\.\S+\.svg\)/);
  });

  test('says how to cite a post in the language of its page', () => {
    const html = site.read('/de/posts/nur-deutsch/');
    expect(html).toContain('<summary>Diesen Beitrag zitieren</summary>');
    expect(html).toContain(
      '<p>Someone. <cite>Nur auf Deutsch</cite>. Strecken, 1. Januar 2024. <a href=',
    );
    expect(html).toContain('@misc{someone-2024-nur-deutsch,');
    expect(html).not.toContain('class="copy"');
    expect(site.read('/de/rss.xml')).not.toContain('@misc');
  });

  test('has a blogroll in each language, and its list once, for feed readers', () => {
    for (const folder of ['', '/de', '/ja', '/ar']) {
      const html = site.read(`${folder}/blogroll/`);
      expect(html).toContain('<h2>Food</h2>');
      expect(html).toContain('<a href="https://fish.example/"><bdi>Fish &amp; chips</bdi></a>');
      expect(html).toContain('<a href="/blogroll.opml" type="text/xml">');
      const link = '<link rel="blogroll" type="text/xml" href="/blogroll.opml">';
      expect(site.read(`${folder}/`)).toContain(link);
      expect(html).not.toContain(link);
    }
    expect(site.files('**/*.opml')).toEqual(['/blogroll.opml']);
    expect(site.read('/de/blogroll/')).toContain('<h1>Empfohlene Blogs</h1>');
    expect(site.read('/sitemap-0.xml')).toContain('<loc>https://example.com/de/blogroll/</loc>');
  });

  test('draws fences on the page, and has pictures and text of them elsewhere', () => {
    const html = site.read('/posts/english-only/');
    expect(html).toContain('<figure id="diagram-1-figure" class="diagram">');
    expect(html).toContain('<figure id="diagram-2-figure" class="diagram recording">');
    expect(html).toContain('.recording{');
    expect(html).not.toMatch(/<[^>]*\sstyle=/);
    expect(site.files('posts/english-only/*.png')).toEqual(
      ['card', 'diagram-1', 'diagram-2'].map((name) => `/posts/english-only/${name}.png`),
    );
    const markdown = site.read('/posts/english-only.md');
    expect(markdown).toContain('```\n$ npm install octavo\nadded 12 packages  ok  in 2 s\n');
    expect(markdown).not.toContain('install.cast');
    const [, item = ''] =
      /<item>((?:(?!<item>)[^])*english-only[^]*?)<\/item>/.exec(site.read('/rss.xml')) ?? [];
    expect(item).toContain('/posts/english-only/diagram-2.png');
    expect(item).toContain('added 12 packages');
  });

  test('redirects an alias to the language of its post', () => {
    expect(site.read('/alt/')).toContain('url=/de/posts/nur-deutsch/');
    expect(site.read('/_redirects')).toContain('/alt/ /de/posts/nur-deutsch/ 301');
  });

  test('has robots.txt and a manifest once', () => {
    const paths = site.files('**/{robots.txt,site.webmanifest}');
    expect(paths).toEqual(['/robots.txt', '/site.webmanifest']);
  });
});

/** Returns the attributes of the links of a page to its versions, as `hreflang path`. */
function alternates(path: string): string[] {
  const { tags } = readHtml(site.read(path));
  return tags
    .filter((tag) => tag.name === 'link' && attributeOf(tag, 'hreflang'))
    .map((tag) => `${attributeOf(tag, 'hreflang')} ${pathOf(attributeOf(tag, 'href')!)}`);
}

function pathOf(url: string): string {
  return decodeURI(new URL(url, 'https://example.com').pathname);
}

test.each([
  ['/posts/basics/', /circle\.[\w-]{8}\.svg/],
  ['/de/posts/basics/', /circle\.de\.[\w-]{8}\.svg/],
])('%s shows the picture in its language', (path, file) => {
  expect(site.read(path)).toMatch(file);
});

test.each(['/feed.json', '/de/feed.json'])('%s has the icons of the site', (path) => {
  expect(JSON.parse(site.read(path))).toMatchObject({
    icon: 'https://example.com/icon-512.png',
    favicon: 'https://example.com/favicon.ico',
  });
});

test.each([
  ['/de/authors/someone/', '<div lang="en" dir="ltr"><data class="p-name"'],
  ['/ar/authors/someone/', '<div lang="en" dir="ltr"><data class="p-name"'],
  ['/authors/someone/', '<div><data class="p-name"'],
])('the text of an author at %s is in the language of the blog', (path, html) => {
  expect(site.read(path)).toContain(html);
});

describe('the versions of a page', () => {
  test('link to each other, all to all', () => {
    const pages = site.files('**/index.html').map((file) => file.replace('index.html', ''));
    const linked = pages.filter((path) => alternates(path).length > 0);
    expect(linked).toContain('/de/posts/proxys/');
    expect(linked).not.toContain('/posts/english-only/');
    for (const path of linked)
      for (const link of alternates(path))
        expect([path, alternates(link.split(' ')[1]!)]).toEqual([path, alternates(path)]);
  });

  test('are in the sitemap as in their heads', () => {
    const xml = site.read('/sitemap-0.xml');
    const entries = xml.split('<url>').slice(1);
    for (const entry of entries) {
      const [, url = ''] = /<loc>(.*?)<\/loc>/.exec(entry) ?? [];
      const links = [...entry.matchAll(/hreflang="(.*?)" href="(.*?)"/g)];
      const written = links.map(([, language, href]) => `${language} ${pathOf(href!)}`);
      expect([url, written]).toEqual([url, alternates(pathOf(url))]);
    }
    expect(xml).toContain('<loc>https://example.com/de/posts/nur-deutsch/</loc>');
  });

  test('are named below the title of a post', () => {
    const html = site.read('/de/posts/proxys/');
    expect(html).toContain(
      'Auch auf: <a href="/posts/proxies/" lang="en" hreflang="en">English</a>',
    );
    expect(site.read('/posts/english-only/')).not.toContain('Also in:');
  });

  test.each([
    ['/de/posts/proxys/', ['/posts/proxies/', '/de/posts/proxys/', '/ja/posts/proxies/']],
    ['/posts/english-only/', ['/posts/english-only/', '/de/', '/ja/', '/ar/']],
    ['/tags/go/', ['/tags/go/', '/de/', '/ja/', '/ar/']],
    ['/ja/search/', ['/search/', '/de/search/', '/ja/search/', '/ar/search/']],
    ['/de/404.html', ['/', '/de/', '/ja/', '/ar/']],
  ])('are in the header of %s', (path, targets) => {
    const { tags } = readHtml(site.read(path));
    const start = tags.findIndex((tag) => namesOf(tag).includes('.languages'));
    const links = tags.slice(start).filter((tag) => attributeOf(tag, 'hreflang'));
    const found = links.map((tag) => attributeOf(tag, 'href'));
    expect(found.slice(0, targets.length)).toEqual(targets);
  });
});

test('warns of a translation that is older than an update of its original', () => {
  expect(site.result.stderr).toContain(
    'basics/index.de.md:1:1  warning: updated: src/content/posts/basics/index.md was updated on 2024-05-01',
  );
});
