import { beforeAll, describe, expect, test } from 'vitest';
import type { SharedSite } from '../shared-site.ts';
import { multilingualBlog } from '../sites/multilingual.ts';

let site: SharedSite;

beforeAll(async () => {
  site = await multilingualBlog();
});

describe('a blog in several languages', () => {
  test.each([
    ['/', 'en', ['proxies', 'basics', 'english-only']],
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

  test('redirects an alias to the language of its post', () => {
    expect(site.read('/alt/')).toContain('url=/de/posts/nur-deutsch/');
    expect(site.read('/_redirects')).toContain('/alt/ /de/posts/nur-deutsch/ 301');
  });

  test('has robots.txt and a manifest once', () => {
    const paths = site.files('**/{robots.txt,site.webmanifest}');
    expect(paths).toEqual(['/robots.txt', '/site.webmanifest']);
  });
});
