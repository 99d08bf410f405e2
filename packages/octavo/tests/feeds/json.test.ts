import { describe, expect, test } from 'vitest';
import { parseDate } from '../../src/content/dates.ts';
import type { FeedItem } from '../../src/feeds/items.ts';
import { jsonFeed } from '../../src/feeds/json.ts';
import { ARCHIVED, feedWith, ITEM } from './feeds.ts';

type Json = Record<string, unknown>;

const feed = (...items: Partial<FeedItem>[]) => JSON.parse(jsonFeed(feedWith(items))) as Json;
const item = (changes: Partial<FeedItem>) => (feed(changes)['items'] as [Json])[0];

describe('the JSON Feed', () => {
  test('says what it is a feed of', () => {
    const json = feed({});
    expect(Object.keys(json)[0]).toBe('version');
    expect(json).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Notes & more',
      description: 'On <many> things.',
      home_page_url: 'https://example.com/blog/',
      feed_url: 'https://example.com/blog/feed',
      language: 'de',
      icon: 'https://example.com/blog/icon-512.png',
      favicon: 'https://example.com/blog/favicon.ico',
      authors: [{ name: 'Jane', url: 'https://example.com/blog/authors/jane/' }],
    });
    expect(json).not.toHaveProperty('next_url');
  });

  test('has a list of items where there is none', () => {
    expect(feed()['items']).toEqual([]);
  });

  test('has an item whole, and nothing that it has not', () => {
    expect(item({})).toEqual({
      id: ITEM.id,
      url: ITEM.url,
      title: 'A',
      content_html: '<p>Text</p>',
      summary: 'S',
      date_published: '2024-01-06T10:30:00Z',
      authors: [{ name: 'Jane', url: 'https://example.com/blog/authors/jane/' }],
      tags: ['Go'],
    });
    expect(Object.keys(item({ summary: '', tags: [] }))).toEqual([
      'id',
      'url',
      'title',
      'content_html',
      'date_published',
      'authors',
    ]);
  });

  test('has the language of an item', () => {
    expect(item({ language: 'ar' })).toMatchObject({ language: 'ar' });
  });

  test('has what an item may bring along', () => {
    const enclosures = [{ url: 'https://example.com/a.mp3', length: 5, type: 'audio/mpeg' }];
    const url = 'https://example.com/a.png';
    const cover = { url, width: 2, height: 1, alt: 'A', caption: undefined };
    const updated = parseDate('2024-03-01', 'UTC');
    expect(item({ enclosures, cover, updated })).toMatchObject({
      image: url,
      date_modified: '2024-03-01T00:00:00Z',
      attachments: [
        { url: 'https://example.com/a.mp3', mime_type: 'audio/mpeg', size_in_bytes: 5 },
      ],
    });
  });

  test.each([
    ['an empty text', { html: '' }, { content_html: '' }],
    ['a summary', { html: undefined }, { content_text: 'S' }],
    ['a title', { html: undefined, summary: '' }, { content_text: 'A' }],
  ])('has a content of each item: %s', (_, changes, expected) => {
    expect(item(changes)).toMatchObject(expected);
  });

  test('leads from page to page of its archive, under one feed_url', () => {
    const json = JSON.parse(jsonFeed(feedWith([{}], ARCHIVED))) as Json;
    expect(json).toMatchObject({
      feed_url: 'https://example.com/blog/feed',
      next_url: 'https://example.com/blog/feed/1',
    });
  });
});
