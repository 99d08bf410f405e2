import { describe, expect, test } from 'vitest';
import { parseDate } from '../../src/content/dates.ts';
import type { FeedItem } from '../../src/feeds/items.ts';
import { rssFeed } from '../../src/feeds/rss.ts';
import { ARCHIVED, feedWith, inside, ITEM } from './feeds.ts';

const feed = (...items: Partial<FeedItem>[]) => rssFeed(feedWith(items));

describe('the RSS feed', () => {
  test('says what it is a feed of', async () => {
    const xml = await feed();
    expect(inside(xml, 'title')).toEqual(['Notes &amp; more', 'Notes &amp; more']);
    expect(inside(xml, 'description')).toEqual(['On &lt;many&gt; things.']);
    expect(inside(xml, 'link')[0]).toBe('https://example.com/blog/');
    expect(inside(xml, 'image')).toEqual([
      '<url>https://example.com/blog/icon-512.png</url><title>Notes &amp; more</title><link>https://example.com/blog/</link>',
    ]);
    expect(inside(xml, 'language')).toEqual(['de']);
    expect(xml).toContain(
      '<atom:link href="https://example.com/blog/feed" rel="self" type="application/rss+xml"/>',
    );
    expect(xml).not.toContain('lastBuildDate');
    expect(xml).toContain('xmlns:atom="http://www.w3.org/2005/Atom"');
    expect(xml).toContain('xmlns:dc="http://purl.org/dc/elements/1.1/"');
  });

  test('says when one of its items was changed last', async () => {
    expect(inside(await feed({}), 'lastBuildDate')).toEqual(['Thu, 01 Feb 2024 00:00:00 GMT']);
  });

  test('has its items in the order given, whole', async () => {
    const xml = await feed({ title: 'B' }, { title: 'A' });
    const items = inside(xml, 'item');
    expect(items.map((item) => inside(item, 'title')[0])).toEqual(['B', 'A']);
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

  test.each(['007', '1.10', '0x1F', '1e3', '+5', '-0', '12345678901234567890', 'true', 'Infinity'])(
    'leaves an id and a name as they are that look like a number: %s',
    async (text) => {
      const xml = await feed({ id: text, authors: [{ name: text, url: 'https://example.com/' }] });
      expect(inside(xml, 'guid')).toEqual([text]);
      expect(inside(xml, 'dc:creator')).toEqual([text]);
    },
  );

  test('tells the update of an item apart from its publication', async () => {
    const [item = ''] = inside(
      await feed({ updated: parseDate('2024-03-01', 'Asia/Kolkata') }),
      'item',
    );
    expect(inside(item, 'pubDate')).toEqual(['Sat, 06 Jan 2024 10:30:00 GMT']);
    expect(inside(item, 'atom:updated')).toEqual(['2024-02-29T18:30:00Z']);
    expect(await feed({})).not.toContain('atom:updated');
  });

  test('names all authors in one element, since some readers show only the last, and all tags', async () => {
    const authors = ['Jane', 'J & K'].map((name) => ({ name, url: 'https://example.com/' }));
    const xml = await feed({ authors, tags: ['Go', 'C++', 'Q&A'] });
    expect(inside(xml, 'dc:creator')).toEqual(['Jane and J &amp; K']);
    expect(inside(xml, 'category')).toEqual(['Go', 'C++', 'Q&amp;A']);
  });

  test('describes an item without a summary by its title', async () => {
    expect(inside(inside(await feed({ summary: '' }), 'item')[0]!, 'description')).toEqual(['A']);
  });

  test('has a summary as HTML, which is what a description is to readers', async () => {
    const [item = ''] = inside(await feed({ summary: 'a <b> & c' }), 'item');
    expect(inside(item, 'description')).toEqual(['a &amp;lt;b&amp;gt; &amp;amp; c']);
  });

  test('has no content where feeds carry summaries', async () => {
    const xml = await feed({ html: undefined });
    expect(xml).not.toContain('<content:encoded');
    expect(inside(xml, 'description')).toContain('S');
  });

  test('has one enclosure of an item', async () => {
    const enclosures = ['a', 'b'].map((name) => {
      return { url: `https://example.com/${name}.mp3?x&y`, length: 5, type: 'audio/mpeg' };
    });
    expect((await feed({ enclosures })).match(/<enclosure[^>]*>/g)).toEqual([
      '<enclosure url="https://example.com/a.mp3?x&amp;y" length="5" type="audio/mpeg"/>',
    ]);
  });

  test('escapes what a text holds once', async () => {
    const xml = await feed({ title: 'a < b & "c"', html: '<p>a &lt; b</p>' });
    expect(inside(inside(xml, 'item')[0]!, 'title')).toEqual(['a &lt; b &amp; &quot;c&quot;']);
    expect(inside(xml, 'content:encoded')).toEqual(['&lt;p&gt;a &amp;lt; b&lt;/p&gt;']);
  });

  test('has no characters that XML forbids', async () => {
    const text = 'a\u001Bb';
    const authors = [{ name: text, url: 'https://example.com/' }];
    const item = { id: text, title: text, summary: text, html: text, tags: [text], authors };
    expect(await feed(item)).not.toContain('\u001B');
    expect(inside(await feed(item), 'dc:creator')).toEqual(['ab']);
  });

  test('is marked as a page of an archive, and leads to its neighbours and to the feed', async () => {
    const xml = await rssFeed(feedWith([{}], ARCHIVED));
    expect(xml).toContain('<fh:archive/>');
    expect(xml).toContain('xmlns:fh="http://purl.org/syndication/history/1.0"');
    expect(
      [...xml.matchAll(/<atom:link href="([^"]*)" rel="([^"]*)"/g)].map((one) => one[0]),
    ).toEqual([
      '<atom:link href="https://example.com/blog/feed/2" rel="self"',
      '<atom:link href="https://example.com/blog/feed" rel="current"',
      '<atom:link href="https://example.com/blog/feed/1" rel="prev-archive"',
      '<atom:link href="https://example.com/blog/feed/3" rel="next-archive"',
    ]);
    expect(await feed({})).not.toMatch(/fh:|rel="current"/);
  });
});
