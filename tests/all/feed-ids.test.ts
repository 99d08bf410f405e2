import { beforeAll, describe, expect, test } from 'vitest';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';
import { entriesOf, readFeed } from '../build/feed-document.ts';

const FEEDS = ['/rss.xml', '/atom.xml', '/feed.json', '/tags/go/rss.xml'];

const FILES = {
  'posts/first.md': post({ title: 'First', date: '2024-01-04', tags: ['Go'] }, 'As it was.'),
  'posts/größe.md': post({ title: 'Größe', date: '2024-01-03', tags: ['Go'] }),
  'posts/moved.md': post({
    title: 'Moved',
    date: '2024-01-02',
    tags: ['Go'],
    aliases: ['/2010/alt/'],
  }),
  'posts/own.md': post({
    title: 'Own',
    date: '2024-01-01',
    tags: ['Go'],
    guid: 'tag:example.com,2010:1',
  }),
};

const IDS = [
  'https://example.com/posts/first/',
  'https://example.com/posts/gr%C3%B6%C3%9Fe/',
  'https://example.com/2010/alt/',
  'tag:example.com,2010:1',
];

let site: TestSite;

/** Returns the items of a feed of the site as it was last built. */
const items = (path: string) => entriesOf(readFeed(path, site.read(path))!);
const ids = (path: string) => items(path).map(({ id }) => id);

beforeAll(async () => {
  site = await new TestSite('feed-ids', { files: FILES }).mustBuild();
});

test.each(FEEDS)('posts are known in %s by guid, oldest alias or address', (path) => {
  expect(ids(path)).toEqual(IDS);
});

describe('a post that is edited, retitled and given another slug, its old address an alias', () => {
  beforeAll(async () => {
    site.write(
      'content/posts/first.md',
      post(
        {
          title: 'Another title',
          date: '2024-01-04',
          updated: '2024-06-01',
          tags: ['Go'],
          slug: 'another',
          aliases: ['/posts/first/'],
        },
        'As it is.',
      ),
    );
    await site.mustBuild();
  });

  test.each(FEEDS)('is the same post in %s, with its date of first publication', (path) => {
    expect(ids(path)).toEqual(IDS);
    expect(items(path)[0]).toMatchObject({
      title: 'Another title',
      url: 'https://example.com/posts/another/',
      published: Date.UTC(2024, 0, 4),
      html: '<p>As it is.</p>',
    });
  });

  test('says when it was updated, where the format has a word for it', () => {
    expect(items('/atom.xml')[0]!.updated).toBe(Date.UTC(2024, 5, 1));
    expect(items('/feed.json')[0]!.updated).toBe(Date.UTC(2024, 5, 1));
    expect(site.read('/rss.xml')).toContain('<lastBuildDate>Sat, 01 Jun 2024 00:00:00 GMT<');
  });
});

describe('a site that has moved, with the address that it had', () => {
  let feedId: string | undefined;

  beforeAll(async () => {
    feedId = /<id>[^<]*/.exec(site.read('/atom.xml'))?.[0];
    site.edit('site.config.ts', '"https://example.com/"', '"https://example.org/blog/"');
    site.edit(
      'site.config.ts',
      'export default {',
      'export default { feeds: { formerUrl: "https://example.com" },',
    );
    site = Object.assign(site, { base: '/blog/' });
    await site.mustBuild();
  });

  test.each(FEEDS)('has the same ids in %s, and the new addresses', (path) => {
    expect(ids(path)).toEqual(IDS);
    for (const { url } of items(path))
      expect(url).toMatch(/^https:\/\/example\.org\/blog\/posts\//);
  });

  test('has the same id itself', () => {
    expect(/<id>[^<]*/.exec(site.read('/atom.xml'))?.[0]).toBe(feedId);
  });
});
