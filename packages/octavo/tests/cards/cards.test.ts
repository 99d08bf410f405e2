import { describe, expect, test } from 'vitest';
import { postCard, siteCard } from '../../src/cards/cards.ts';
import type { CardContent } from '../../src/cards/layout.ts';
import type { Post } from '../../src/site/get-blog.ts';
import { blog, settings } from '../helpers.ts';

const site = settings({ url: 'https://example.com/blog/' });

test('the card of the site has its description and its host', () => {
  expect(siteCard(site)).toEqual({
    ...{ path: '/', title: 'Notes', site: 'example.com', lead: 'Notes on many things.' },
  });
});

describe('the card of a post', () => {
  // The pictures of the model are paths here.
  const postOf = (files: Parameters<typeof blog>[0]) => blog(files).posts[0] as unknown as Post;
  const cardOf = (files: Parameters<typeof blog>[0], title = 'Notes') =>
    postCard(postOf(files), { ...site, title }, '/site/');
  const both = { authors: ['jane', 'ada'] };

  test.each<[of: string, files: Parameters<typeof cardOf>, card: Partial<CardContent>]>([
    ['the author and the date', [{ 'posts/a.md': {} }], { by: 'Jane', date: 'January 1, 2024' }],
    ['a date in its language', [{ 'posts/a.md': { lang: 'de' } }], { date: '1. Januar 2024' }],
    ['the names of tags', [{ 'posts/a.md': { tags: ['Go', 'C++'] } }], { tags: ['Go', 'C++'] }],
    ['no author of the name of the site', [{ 'posts/a.md': {} }, 'Jane'], { by: undefined }],
    [
      'the names of several authors',
      [{ 'posts/a.md': both, 'authors/ada.md': { name: 'Ada' } }],
      { by: 'Jane and Ada' },
    ],
  ])('has %s', (_, files, expected) => {
    expect(cardOf(...files)).toMatchObject(expected);
  });

  test('has the portrait of its author and its cover, relative to the blog', () => {
    const post = postOf({ 'posts/a.md': {} });
    const pictureOf = (path: string) => ({ fsPath: `/site/src/content/${path}` });
    const [author] = post.authors;
    const shown = {
      ...post,
      authors: [{ ...author, portrait: pictureOf('authors/jane.png') }],
      cover: { image: pictureOf('posts/a.png'), alt: 'A' },
    } as unknown as Post;
    expect(postCard(shown, site, '/site/')).toMatchObject({
      portrait: 'src/content/authors/jane.png',
      cover: 'src/content/posts/a.png',
    });
  });
});
