import { beforeAll, describe, expect, test } from 'vitest';
import type { BuiltSite } from '../site.ts';
import { ARCHIVED, archivedBlog } from '../sites/feeds.ts';
import { parseXml } from './sound.ts';

interface Item {
  title: string;
  link: string;
  guid: { '#text': string; '@_isPermaLink': string };
  pubDate: string;
  description?: string;
  category?: string | string[];
  'dc:creator': string;
  'content:encoded': string;
}

let items: Map<string, Item>;
let site: BuiltSite;

beforeAll(async () => {
  site = await archivedBlog();
  const { rss } = parseXml(site, '/rss.xml') as unknown as { rss: { channel: { item: Item[] } } };
  items = new Map(rss.channel.item.map((item) => [item.title, item]));
});

describe('the RSS feed', () => {
  test('carries posts newest first, dated by first publication', () => {
    expect([...items.keys()]).toEqual(ARCHIVED.slice(0, 10));
    expect(items.get('Plain')?.pubDate).toBe('Fri, 05 Jan 2024 00:00:00 GMT');
  });

  test.each([
    ['Plain', 'https://example.com/posts/plain/', 'true'],
    ['Renamed', 'https://example.com/old/', 'false'],
    ['Moved', 'tag:example.com,2010:1', 'false'],
  ])('knows %s by %s', (title, id, isPermaLink) => {
    expect(items.get(title)?.guid).toEqual({ '#text': id, '@_isPermaLink': isPermaLink });
  });

  test('carries summary, tags and author', () => {
    expect(items.get('Plain')).toMatchObject({
      // A description is HTML.
      description: 'Summed &lt; up.',
      category: ['Go', 'C#'],
      'dc:creator': 'Someone',
    });
  });

  test('carries the whole text, with whole addresses and nothing that only the page can use', () => {
    const html = items.get('Plain')!['content:encoded'];
    expect(html).toContain('<a href="https://example.com/posts/plain/#below">below</a>');
    expect(html).toContain('<a href="mailto:a@example.com">');
    expect(html).toContain('id="fn-1"');
    expect(html).not.toContain('<!--');
    expect(html).not.toContain('tabindex');
  });

  test('carries MDX as it is rendered', () => {
    expect(items.get('Component')?.['content:encoded']).toContain('Three is <strong>3</strong>.');
  });

  test('carries pictures by addresses that are there', () => {
    const [, path = ''] = /src="https:\/\/example\.com([^"]+)"/.exec(
      items.get('Picture')!['content:encoded'],
    )!;
    expect(site.files()).toContain(path);
  });
});
