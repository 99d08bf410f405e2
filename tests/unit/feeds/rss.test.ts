import { describe, expect, test, vi } from 'vitest';
import type { FeedItem } from '../../../src/feeds/items.ts';
import { rssFeed } from '../../../src/feeds/rss.ts';

vi.mock('../../../src/site.config.ts', () => ({
  default: {
    title: 'Notes & more',
    description: 'On <many> things.',
    url: 'https://example.com/blog/',
    author: 'jane',
    language: 'de',
  },
}));

const ITEM: FeedItem = {
  id: 'https://example.com/blog/posts/a/',
  url: 'https://example.com/blog/posts/a/',
  title: 'A',
  summary: 'S',
  published: new Date('2024-01-06T10:30:00Z'),
  authors: ['Jane'],
  tags: ['Go'],
  html: '<p>Text</p>',
};

const feed = async (...items: Partial<FeedItem>[]) =>
  (await rssFeed(items.map((item) => ({ ...ITEM, ...item })))).text();

/** Returns what stands in each element of a name, as it is written. */
const inside = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([\\s\\S]*?)</${name}>`, 'g'))].map(
    ([, text]) => text,
  );

describe('the RSS feed', () => {
  test('says what it is a feed of', async () => {
    const xml = await feed();
    expect(inside(xml, 'title')).toEqual(['Notes &amp; more']);
    expect(inside(xml, 'description')).toEqual(['On &lt;many&gt; things.']);
    expect(inside(xml, 'link')).toEqual(['https://example.com/blog/']);
    expect(inside(xml, 'language')).toEqual(['de']);
    expect(xml).toContain(
      '<atom:link href="https://example.com/blog/rss.xml" rel="self" type="application/rss+xml"/>',
    );
  });

  test('has its items in the order given, whole', async () => {
    const xml = await feed({ title: 'B' }, { title: 'A' });
    const items = inside(xml, 'item');
    expect(items.map((item) => inside(item!, 'title')[0])).toEqual(['B', 'A']);
    expect(inside(items[0]!, 'link')).toEqual([ITEM.url]);
    expect(inside(items[0]!, 'description')).toEqual(['S']);
    expect(inside(items[0]!, 'pubDate')).toEqual(['Sat, 06 Jan 2024 10:30:00 GMT']);
    expect(inside(items[0]!, 'content:encoded')).toEqual(['&lt;p&gt;Text&lt;/p&gt;']);
  });

  test.each([
    ['an address of the item', ITEM.url, `<guid isPermaLink="true">${ITEM.url}</guid>`],
    [
      'an older address',
      'https://example.com/old/',
      '<guid isPermaLink="false">https://example.com/old/</guid>',
    ],
    ['any text', 'a&b', '<guid isPermaLink="false">a&amp;b</guid>'],
  ])('has one id for each item: %s', async (_, id, expected) => {
    const xml = await feed({ id });
    expect(xml).toContain(expected);
    expect(inside(xml, 'guid')).toHaveLength(1);
  });

  test('names all authors and tags', async () => {
    const xml = await feed({ authors: ['Jane', 'J & K'], tags: ['Go', 'C++', 'Q&A'] });
    expect(inside(xml, 'dc:creator')).toEqual(['Jane', 'J &amp; K']);
    expect(inside(xml, 'category')).toEqual(['Go', 'C++', 'Q&amp;A']);
  });

  test('has no description of an item without a summary', async () => {
    expect(inside(inside(await feed({ summary: '' }), 'item')[0]!, 'description')).toEqual([]);
  });

  test('escapes what a text holds once', async () => {
    const xml = await feed({ title: 'a < b & "c"', html: '<p>a &lt; b</p>' });
    expect(inside(inside(xml, 'item')[0]!, 'title')).toEqual(['a &lt; b &amp; &quot;c&quot;']);
    expect(inside(xml, 'content:encoded')).toEqual(['&lt;p&gt;a &amp;lt; b&lt;/p&gt;']);
  });

  test('has no character that XML forbids', async () => {
    expect(await feed({ title: 'a\u0008b', summary: 'a\u001Bb' })).not.toMatch(/[\u0008\u001B]/);
  });
});
