import { mf2 } from 'microformats-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { siteForMachines } from '../machines.ts';
import type { BuiltSite } from '../site.ts';

let site: BuiltSite;

beforeAll(async () => {
  site = await siteForMachines();
});

const own = (path: string) => `https://example.com/blog${path}`;
const read = (path: string) => mf2(site.read(path), { baseUrl: own(path) });
/** The url of each entry of the feed of a list. */
const entries = (path: string) =>
  read(path).items.map(({ type, properties, children }) => ({
    feed: [type, properties['name']],
    urls: (children ?? []).flatMap((entry) => entry.properties['url'] ?? []).map(String),
  }));
const someone = {
  type: ['h-card'],
  value: 'Someone',
  properties: { name: ['Someone'], url: [own('/authors/someone/')] },
};

describe('microformats', () => {
  test('of an article are one h-entry', () => {
    const { items } = read('/posts/bundle/');
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      type: ['h-entry'],
      properties: {
        name: ['A bundle'],
        url: [own('/posts/bundle/')],
        published: ['2024-01-01'],
        updated: ['2024-02-03T03:05:06Z'],
        category: ['Go', 'C++'],
        author: [someone, { properties: { name: ['The team'], url: [own('/authors/team/')] } }],
        content: [{ value: expect.stringMatching(/^A picture[^]*An included note/) as string }],
      },
    });
    expect(items[0]!.properties).not.toHaveProperty('summary');
    expect(read('/posts/long/').items[0]!.properties['summary']).toHaveLength(1);
  });

  test('of the index are an h-feed with its author and an h-entry for each post', () => {
    const { items } = read('/');
    expect(items).toHaveLength(1);
    const [{ type, properties, children = [] }] = items as [(typeof items)[0]];
    expect([type, properties['name']]).toEqual([['h-feed'], ['Test']]);
    expect(properties['author']).toMatchObject([
      {
        type: ['h-card'],
        properties: {
          name: ['Someone'],
          url: [
            own('/authors/someone/'),
            'https://social.example/@someone',
            'mailto:someone@example.com',
          ],
        },
      },
    ]);
    expect(children).toHaveLength(3);
    expect(children[0]).toMatchObject({
      type: ['h-entry'],
      properties: {
        name: ['A bundle'],
        url: [own('/posts/bundle/')],
        published: ['2024-01-01'],
        summary: [expect.stringContaining('A picture') as string],
        category: ['Go', 'C++'],
      },
    });
  });

  test.each([
    ['/page/2/', 'Test, page 2', ['/posts/日本語/', '/posts/long/', '/posts/elsewhere/']],
    ['/tags/go/', 'Go', ['/posts/bundle/']],
    ['/series/bundles/', 'Bundles', ['/posts/bundle/']],
    ['/authors/guest/', 'A guest', ['/posts/elsewhere/']],
    [
      '/archive/',
      'Archive',
      ['bundle', 'in-mdx', 'script', '日本語', 'long', 'elsewhere'].map((id) => `/posts/${id}/`),
    ],
  ])('of %s are an h-feed', (path, name, urls) => {
    expect(entries(path)).toEqual([
      { feed: [['h-feed'], [name]], urls: urls.map((url) => encodeURI(own(url))) },
    ]);
  });

  test('of an author’s page are the card that represents it', () => {
    const { items, rels } = read('/authors/guest/');
    const url = own('/authors/guest/');
    expect(items[0]!.properties['author']).toMatchObject([
      { properties: { name: ['A guest'], uid: [url], url: [url, 'https://guest.example/'] } },
    ]);
    expect(rels['me']).toContain('https://guest.example/');
  });

  test.each(['/about/', '/tags/', '/search/', '/feeds/', '/404.html'])('has none: %s', (path) => {
    expect(read(path).items).toEqual([]);
  });
});
