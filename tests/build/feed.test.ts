import { beforeAll, describe, expect, test } from 'vitest';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';
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
let site: TestSite;

beforeAll(async () => {
  site = await new TestSite('feed', {
    files: {
      'posts/plain.md': post(
        {
          title: 'Plain',
          date: '2024-01-05',
          updated: '2024-06-01',
          tags: ['Go', 'C#'],
          summary: 'Summed < up.',
        },
        'See [below](#below) and [mail](mailto:a@example.com).\n\n## Below\n\n<!-- a note -->\n\nText[^1].\n\n```html\n<p>\n```\n\n[^1]: Note.',
      ),
      'posts/component.mdx': post(
        { title: 'Component', date: '2024-01-04' },
        'export const n = 3;\n\nThree is **{n}**.',
      ),
      'posts/renamed.md': post({
        title: 'Renamed',
        date: '2024-01-03',
        aliases: ['/old/', '/newer/'],
      }),
      'posts/moved.md': post({
        title: 'Moved',
        date: '2024-01-02',
        aliases: ['/x/'],
        guid: 'tag:example.com,2010:1',
      }),
      'posts/picture/index.md': post(
        { title: 'Picture', date: '2024-01-01' },
        '![A dot](./dot.png)',
      ),
      'posts/picture/dot.png': Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    },
  }).mustBuild();
  const { rss } = parseXml(site, '/rss.xml') as unknown as { rss: { channel: { item: Item[] } } };
  items = new Map(rss.channel.item.map((item) => [item.title, item]));
});

describe('the RSS feed', () => {
  test('carries posts newest first, dated by first publication', () => {
    expect([...items.keys()]).toEqual(['Plain', 'Component', 'Renamed', 'Moved', 'Picture']);
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
