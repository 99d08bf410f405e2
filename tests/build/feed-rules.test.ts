import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { serve } from '../serve.ts';
import type { BuiltSite } from '../site.ts';
import { bareBlog, emptyBlog } from '../sites/bare.ts';
import { fixtureBlog } from '../sites/example.ts';
import { archivedBlog, blogOfFeeds } from '../sites/feeds.ts';
import { arabicBlog, japaneseBlog } from '../sites/languages.ts';
import {
  entriesOf,
  feedsOf,
  linkOf,
  olderPage,
  readFeed,
  type FeedDocument,
} from './feed-document.ts';
import { BROKEN } from './feed-mistakes.ts';
import {
  newsboatIsInstalled,
  readWithFeedsmith,
  readWithNewsboat,
  readWithRssParser,
  type Read,
} from './feed-readers.ts';
import { findings, RULES } from './feed-rules.ts';

/** The blogs whose feeds are held to every rule. */
const MAKE = {
  feeds: blogOfFeeds,
  archived: archivedBlog,
  bare: bareBlog,
  empty: emptyBlog,
  Japanese: japaneseBlog,
  Arabic: arabicBlog,
  fixture: fixtureBlog,
};
const BLOGS = Object.keys(MAKE);
const sites = new Map<string, BuiltSite>();
const documents = new Map<string, FeedDocument[]>();

beforeAll(async () => {
  for (const [name, make] of Object.entries(MAKE)) {
    const site = await make();
    sites.set(name, site);
    documents.set(name, feedsOf(site));
  }
}, 300_000);

describe.each(BLOGS)('the feeds of the blog "%s"', (name) => {
  const feeds = () => documents.get(name)!;
  const feed = (path: string) => feeds().find((one) => one.path === path)!;

  test('exist in three formats', () => {
    expect(feeds().map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/rss.xml', '/atom.xml', '/feed.json']),
    );
  });

  test('keep every rule of their specification', () => {
    expect(feeds().flatMap(findings)).toEqual([]);
  });

  test('carry the same ids, titles, addresses, dates and contents in each format', () => {
    const read = (path: string) =>
      entriesOf(feed(path)).map(({ id, title, url, published, html }) => {
        return { id, title, url, published, html };
      });
    expect(read('/atom.xml')).toEqual(read('/rss.xml'));
    expect(read('/feed.json')).toEqual(read('/rss.xml'));
    const updated = (path: string) => entriesOf(feed(path)).map((entry) => entry.updated);
    expect(updated('/feed.json')).toEqual(updated('/atom.xml'));
  });

  test('name their own URL, which exists', () => {
    const site = sites.get(name)!;
    const { url } = sitemapOrigin(site);
    for (const one of feeds()) {
      const self =
        one.format === 'json' ? String(one.json['feed_url']) : String(linkOf(one, 'self'));
      expect(self.startsWith(url)).toBe(true);
      const path = decodeURI(`/${self.slice(url.length)}`);
      const isCopy = site.files().includes(path) && site.read(path) === one.source;
      const isPage = one.format === 'json' && /^\/feed\/\d+\.json$/.test(one.path);
      expect([one.path, isCopy || isPage]).toEqual([one.path, true]);
    }
  });

  test('lead back from page to page to the first post, the same way in each format', () => {
    const { url } = sitemapOrigin(sites.get(name)!);
    const read = (path: string): (string | undefined)[] => {
      const next = olderPage(feed(path));
      const ids = entriesOf(feed(path)).map(({ id }) => id);
      return next === undefined ? ids : [...ids, ...read(`/${next.slice(url.length)}`)];
    };
    const all = new Set(read('/rss.xml'));
    expect(new Set(read('/atom.xml'))).toEqual(all);
    expect(new Set(read('/feed.json'))).toEqual(all);
    // The sitemap is made from other code.
    const listed =
      sites
        .get(name)!
        .read('/sitemap-0.xml')
        .match(/<loc>[^<]*\/(?:posts|writing)\/[^<]+/g) ?? [];
    expect(all.size).toBe(listed.length);
  });

  test('have no more items than the settings say, and nothing of drafts and unlisted posts', () => {
    for (const one of feeds()) {
      expect(entriesOf(one).length).toBeLessThanOrEqual(50);
      expect(one.source).not.toContain('Secret');
    }
  });
});

describe.each(BLOGS)('of the blog "%s"', (name) => {
  const feeds = () => documents.get(name)!;
  /** What is read, as the file itself has it: white space at the ends of a text is nobody's. */
  const written = (feed: FeedDocument): Read[] =>
    entriesOf(feed).map(({ id, title, published, html }) => {
      return { id, title: title?.trim(), date: published, html: html || undefined };
    });
  const read = (items: Read[]) => items.map((item) => ({ ...item, html: item.html || undefined }));

  test('rss-parser reads the same ids, titles, dates and contents', async () => {
    for (const feed of feeds().filter(({ format }) => format !== 'json')) {
      expect(read(await readWithRssParser(feed))).toEqual(written(feed));
    }
  });

  test('feedsmith reads the same ids, titles, dates and contents', () => {
    for (const feed of feeds()) expect(read(readWithFeedsmith(feed))).toEqual(written(feed));
  });

  test.skipIf(!newsboatIsInstalled)(
    `newsboat reads the same${newsboatIsInstalled ? '' : ' (left out: newsboat is not installed)'}`,
    async () => {
      const server = await serve(sites.get(name)!);
      onTestFinished(() => server.close());
      // Newsboat 2.21, Debian's, knows no JSON Feed.
      for (const path of ['/rss.xml', '/atom.xml']) {
        const feed = feeds().find((one) => one.path === path)!;
        const expected = byId(written(feed));
        const found = await readWithNewsboat(server.url + path.slice(1));
        // Where a feed has no contents, newsboat shows the summaries.
        const same = read(found).map(({ html, ...item }) => {
          return { ...item, html: expected.get(item.id)?.html && html };
        });
        expect(byId(same)).toEqual(expected);
      }
    },
  );
});

function byId(items: Read[]): Map<string | undefined, Read> {
  return new Map(items.map((item) => [item.id, item]));
}

/** The address of a built site, taken from its own robots.txt. */
function sitemapOrigin(site: BuiltSite): { url: string } {
  const [, url = ''] = /Sitemap: (.*)sitemap-index\.xml/.exec(site.read('/robots.txt')) ?? [];
  return { url };
}

describe('a rule finds', () => {
  test.each(BROKEN)('%s', (_, path, before, after, rule) => {
    const source = sites.get('feeds')!.read(path);
    const changed = source.replace(before, after);
    expect(changed).not.toBe(source);
    const found = findings(readFeed(path, changed) as FeedDocument).join('\n');
    expect(found).toContain(`${path}: ${rule}`);
  });

  test('something in each case: no rule is without one', () => {
    const tried = BROKEN.map(([, , , , rule]) => rule);
    const left = RULES.filter(({ rule }) => !tried.some((start) => rule.startsWith(start)));
    expect(left.map(({ rule }) => rule)).toEqual([]);
  });
});
