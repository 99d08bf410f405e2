import { statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { attribute, elements, text } from '../html.ts';
import { post } from '../posts.ts';
import { TestSite, type BuiltSite } from '../site.ts';
import { archivedBlog, blogOfFeeds, TITLES } from '../sites/feeds.ts';
import { childrenOf, entriesOf, feedsOf, readFeed, textOf, type Json } from './feed-document.ts';
import { deadLinks, validationFindings } from './sound.ts';

let site: BuiltSite;

beforeAll(async () => {
  site = await blogOfFeeds();
});

const feed = (path: string) => readFeed(path, site.read(path))!;
const titles = (path: string) => entriesOf(feed(path)).map(({ title }) => title);

/** The links of a page to feeds: `type href title`. */
const alternates = (page: string) =>
  elements(site.read(page), 'link')
    .filter((link) => attribute(link, 'rel') === 'alternate')
    .filter((link) => /rss|atom|feed/.test(attribute(link, 'type') ?? ''))
    .map((link) => ['type', 'href', 'title'].map((name) => attribute(link, name)).join(' '));

const OWN = [
  'application/atom+xml /blog/atom.xml Notes & <more> (Atom)',
  'application/rss+xml /blog/rss.xml Notes & <more> (RSS)',
  'application/feed+json /blog/feed.json Notes & <more> (JSON Feed)',
];

describe('the feeds', () => {
  test('are named by every page, with a title each', () => {
    const pages = site
      .files('**/*.html')
      .filter((path) => !/\/old\/|\/posts\/index|\/(?:tags|authors)\//.test(path));
    expect(pages.length).toBeGreaterThan(15);
    for (const page of pages) expect([page, alternates(page)]).toEqual([page, OWN]);
  });

  test('of an author are named by the page of the author', () => {
    expect(alternates('/authors/007/')).toEqual([
      ...OWN,
      'application/rss+xml /blog/authors/007/rss.xml 007 – Notes & <more> (RSS)',
    ]);
    expect(entriesOf(feed('/authors/007/rss.xml')).map(({ title }) => title)).toEqual([
      'Component',
    ]);
  });

  test('of a tag are named by the pages of the tag', () => {
    expect(alternates('/tags/csharp/')).toEqual([
      ...OWN,
      'application/rss+xml /blog/tags/csharp/rss.xml C# – Notes & <more> (RSS)',
    ]);
  });

  test('of a tag hold its posts and no others', () => {
    expect(new Set(titles('/tags/csharp/rss.xml'))).toEqual(
      new Set(TITLES.map((title) => title.trim().replace('"C"', '“C”').replace("'D'", '‘D’'))),
    );
    expect(textOf(feed('/tags/csharp/rss.xml').root, 'title')).toBe('C# – Notes & <more>');
    expect(textOf(feed('/tags/csharp/rss.xml').root, 'link')).toBe(
      'https://example.com/blog/tags/csharp/',
    );
  });

  test('are the settings’ newest posts', () => {
    expect(titles('/rss.xml').slice(0, 4)).toEqual([
      'Component',
      'Linked',
      'Heard and seen',
      'Renamed',
    ]);
    expect(titles('/rss.xml')).toHaveLength(10);
  });
});

describe('at an address of an earlier blog', () => {
  test.each([
    ['/index.xml', '/rss.xml'],
    ['/blog/old.atom', '/atom.xml'],
    ['/tags/csharp/index.xml', '/tags/csharp/rss.xml'],
    ['/tags/i/index.xml', '/tags/i/rss.xml'],
  ])('%s is what %s is', (path, own) => {
    expect(site.read(path)).toBe(site.read(own));
  });

  test('there is the feed of a folder as its page, where hosts have no rules', async () => {
    const archived = await archivedBlog();
    expect(archived.read('/old/feed/')).toBe(archived.read('/rss.xml'));
    expect(archived.read('/old/feed/')).toMatch(/^<\?xml[^>]*>\s*<rss /);
  });

  test('there is a feed of a tag in a format that tags have no feed in otherwise', () => {
    expect(feed('/tags/csharp/feed.json').json).toMatchObject({
      title: 'C# – Notes & <more>',
      feed_url: 'https://example.com/blog/tags/csharp/feed.json',
    });
  });

  test('there is nothing else', () => {
    const known =
      /^\/(?:rss|atom|feed)(?:\/\d+)?\.|^\/(?:tags|authors)\/[^/]+\/(?:rss|index)\.xml$/;
    const others = feedsOf(site)
      .map(({ path }) => path)
      .filter((path) => !known.test(path));
    expect(others).toEqual([
      '/blog/old.atom',
      '/index.xml',
      ...['csharp', 'i', 'qa'].map((tag) => `/tags/${tag}/feed.json`),
    ]);
  });
});

describe('an item of a feed', () => {
  const size = (address: string) => {
    const path = decodeURI(address.replace('https://example.com/blog/', '/'));
    return statSync(join(site.folder, 'dist', path)).size;
  };
  const TYPES = ['audio/wav', 'video/mp4', 'audio/mpeg'];
  const heard = (path: string) =>
    childrenOf(feed(path).root, path === '/rss.xml' ? 'item' : 'entry')[2]!;

  test('has the first sound or video of the post as its enclosure in RSS, with the size of the file', () => {
    const [enclosure] = childrenOf(heard('/rss.xml'), 'enclosure');
    const { url = '', length, type } = enclosure!.attributes;
    expect([type, length]).toEqual([TYPES[0], String(size(url))]);
  });

  test('has all sounds and videos in Atom and JSON Feed, except those of other sites', () => {
    const links = childrenOf(heard('/atom.xml'), 'link')
      .map(({ attributes }) => attributes)
      .filter(({ rel }) => rel === 'enclosure');
    expect(links.map(({ type }) => type)).toEqual(TYPES);
    for (const { href, length } of links) expect(Number(length)).toBe(size(href!));
    const item = (feed('/feed.json').json['items'] as Json[])[2]!;
    expect(item['attachments']).toEqual(
      links.map(({ href, type, length }) => {
        return { url: href, mime_type: type, size_in_bytes: Number(length) };
      }),
    );
  });

  test('has the cover, at a URL that exists', () => {
    const { image } = (feed('/feed.json').json['items'] as { image: string }[])[2]!;
    expect(image).toMatch(/\.jpeg$/);
    expect(size(image)).toBeGreaterThan(100);
  });

  test('has the authors, with their own site or the page of their posts', () => {
    const [first] = feed('/feed.json').json['items'] as Json[];
    expect(first!['authors']).toEqual([
      { name: '007', url: 'https://example.org/?a=1&b=2' },
      { name: 'Someone', url: 'https://example.com/blog/authors/someone/' },
    ]);
    const [entry] = childrenOf(feed('/atom.xml').root, 'entry');
    expect(childrenOf(entry!, 'author').map((author) => textOf(author, 'uri'))).toEqual([
      'https://example.org/?a=1&b=2',
      'https://example.com/blog/authors/someone/',
    ]);
    const [item] = childrenOf(feed('/rss.xml').root, 'item');
    expect(childrenOf(item!, 'dc:creator').map((creator) => creator.text)).toEqual([
      '007 and Someone',
    ]);
  });

  test('has the tags of the post', () => {
    const tags = ['Q&A', 'C#', '<i>'];
    const last = (path: string, name: string) => childrenOf(feed(path).root, name).at(-1)!;
    expect(childrenOf(last('/rss.xml', 'item'), 'category').map((one) => one.text)).toEqual(tags);
    expect(
      childrenOf(last('/atom.xml', 'entry'), 'category').map(({ attributes }) => attributes),
    ).toEqual(tags.map((term) => ({ term, scheme: 'https://example.com/blog/tags/' })));
    expect((feed('/feed.json').json['items'] as Json[]).at(-1)!['tags']).toEqual(tags);
  });
});

describe('the page about the feeds', () => {
  test('shows their addresses, and leads to those of tags', () => {
    const page = site.read('/feeds/');
    expect(elements(page, 'code').map(text)).toEqual([
      'https://example.com/blog/rss.xml',
      'https://example.com/blog/atom.xml',
      'https://example.com/blog/feed.json',
    ]);
    const links = elements(page, 'a').map((link) => attribute(link, 'href'));
    expect(links).toEqual(
      expect.arrayContaining([
        '/blog/rss.xml',
        '/blog/tags/csharp/rss.xml',
        '/blog/tags/qa/rss.xml',
      ]),
    );
  });

  test('is linked from every page, and in the sitemap', () => {
    for (const page of ['/', '/posts/linked/', '/tags/', '/404.html']) {
      const links = elements(site.read(page), 'a').map((link) => attribute(link, 'href'));
      expect(links).toContain('/blog/feeds/');
    }
    expect(site.read('/sitemap-0.xml')).toContain('<loc>https://example.com/blog/feeds/</loc>');
  });

  test('is valid, and no page has a dead link', async () => {
    expect(await validationFindings(site)).toEqual([]);
    expect(deadLinks(site)).toEqual([]);
  });
});

test('a post is rendered once for its page and once for all feeds', async () => {
  const counted = await archivedBlog();
  const all = feedsOf(counted)
    .flatMap(entriesOf)
    .filter(({ title }) => title === 'Once');
  expect(all).toHaveLength(6);
  expect(new Set(all.map(({ html }) => html)).size).toBe(1);
  const page = /Rendering \d+/.exec(counted.read('/posts/once/'))?.[0];
  expect([page, /Rendering \d+/.exec(all[0]!.html!)?.[0]].sort()).toEqual([
    'Rendering 1',
    'Rendering 2',
  ]);
});

describe('an old address of a feed that is taken', () => {
  test('is an error of the settings before anything is built', async () => {
    const alsoAt = {
      rss: ['/tags/', '/rss.xml', 'index.xml', '/tags/:tags/index.xml'],
      json: ['/index.html'],
    };
    const { status, stderr } = await new TestSite('feed-settings', {
      settings: {
        feeds: { alsoAt, items: 0, content: 'some' as 'full', formerUrl: 'example.com' },
      },
      files: {},
    }).build();
    expect(stderr.trim().split('\n').slice(0, -1)).toEqual([
      'src/site.config.ts  feeds.content: must be full or summary, not "some"',
      'src/site.config.ts  feeds.items: must be 1 or more, not 0',
      'src/site.config.ts  feeds.alsoAt.rss[0]: is a built-in page',
      'src/site.config.ts  feeds.alsoAt.rss[1]: is the URL of a built-in file',
      'src/site.config.ts  feeds.alsoAt.rss[2]: must be a path of this site, like /index.xml, without spaces and ? # % \\',
      'src/site.config.ts  feeds.alsoAt.rss[3]: unknown :tags; use :tag, :series, :author, :folder',
      'src/site.config.ts  feeds.alsoAt.json[0]: must end in .xml, .rss, .atom, .rdf, .json or /, so that hosts send the right type',
      'src/site.config.ts  feeds.formerUrl: must be a URL, like https://example.com/',
    ]);
    expect(status).toBe(1);
  });

  test('is reported with the errors of content if only content shows it', async () => {
    const taken = new TestSite('feed-taken', {
      settings: {
        permalink: '/:slug/',
        feeds: {
          alsoAt: {
            rss: ['/index.xml', '/feed.xml', '/:tag.xml', '/public.xml'],
            atom: ['/index.xml'],
          },
        },
      },
      files: {
        'posts/a.md': post({ slug: 'feed.xml', tags: ['RSS', 'feed'] }),
        'pages/atom.xml.md': '---\ntitle: A\n---\n',
      },
    });
    taken.write('../public/public.xml', '<a/>');
    const { status, stdout } = await taken.check();
    expect(stdout.split('\n\n')[0]!.split('\n')).toEqual([
      'src/content/pages/atom.xml.md:1:1  slug: /atom.xml/ is already the URL of a built-in page; rename one of them',
      'src/content/posts/a.md:4:1  slug: /feed.xml/ is already the URL of a feed (feeds.alsoAt in the settings); set another slug',
      'src/site.config.ts:1:1  feeds.alsoAt: /feed.xml is already the URL of another feed; choose another path',
      'src/site.config.ts:1:1  feeds.alsoAt: /index.xml is already the URL of another feed; choose another path',
      'src/site.config.ts:1:1  feeds.alsoAt: /public.xml is already the URL of public/public.xml; choose another path',
      'src/site.config.ts:1:1  feeds.alsoAt: /rss.xml is already the URL of a built-in file; choose another path',
    ]);
    expect(status).toBe(1);
  });
});
