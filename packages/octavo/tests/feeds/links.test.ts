import { expect, test } from 'vitest';
import { feedLinks } from '../../src/feeds/formats.ts';
import { settings } from '../helpers.ts';

const site = settings({ title: 'Notes & more', url: 'https://example.com/blog/' });

test('a page names the feeds of the site, Atom first', () => {
  expect(feedLinks(site)).toEqual([
    { type: 'application/atom+xml', title: 'Notes & more (Atom)', href: '/blog/atom.xml' },
    { type: 'application/rss+xml', title: 'Notes & more (RSS)', href: '/blog/rss.xml' },
    { type: 'application/feed+json', title: 'Notes & more (JSON Feed)', href: '/blog/feed.json' },
  ]);
});

test('a page of a tag names the feed of the tag', () => {
  expect(feedLinks(site, { kind: 'tag', slug: 'größe', name: 'Größe' })).toEqual([
    {
      type: 'application/rss+xml',
      title: 'Größe – Notes & more (RSS)',
      href: '/blog/tags/gr%C3%B6%C3%9Fe/rss.xml',
    },
  ]);
});

test('of a folder, its feed where the settings have one', () => {
  const list = { kind: 'folder', slug: 'notes', name: 'Notes' } as const;
  expect(feedLinks(site, list)).toEqual([]);
  const also = settings({ feeds: { alsoAt: { rss: ['/index.xml', '/:folder/index.xml'] } } });
  expect(feedLinks(also, list)).toMatchObject([{ href: '/notes/index.xml' }]);
});
