import { describe, expect, test } from 'vitest';
import { wholeAddress } from '../../../src/markdown/links/whole-address.ts';
import { settings } from '../../helpers.ts';

const site = settings({ url: 'https://example.com/blog/' });
const MEDIA: Record<string, string> = {
  'src/content/posts/a.png': '/blog/_astro/a.1.png',
  'src/content/posts/größe.mp4': '/blog/_astro/gr%C3%B6%C3%9Fe.mp4',
  'public/icon.svg': '/blog/icon.svg',
};

const whole = (address: string) =>
  wholeAddress(
    address,
    { path: 'src/content/posts/post.md', url: '/posts/post/' },
    (path) => Promise.resolve(MEDIA[path]),
    site,
  );

describe('an address leads for a reader who is elsewhere', () => {
  test.each([
    ['./a.png', 'https://example.com/blog/_astro/a.1.png'],
    ['größe.mp4', 'https://example.com/blog/_astro/gr%C3%B6%C3%9Fe.mp4'],
    ['/icon.svg', 'https://example.com/blog/icon.svg'],
    ['/about/?a=b#c', 'https://example.com/blog/about/?a=b#c'],
    ['/', 'https://example.com/blog/'],
    ['../x/', 'https://example.com/blog/posts/x/'],
    ['?a', 'https://example.com/blog/posts/post/?a'],
    ['./no.png', 'https://example.com/blog/posts/post/no.png'],
    ['/tags/größe/', 'https://example.com/blog/tags/gr%C3%B6%C3%9Fe/'],
  ])('%s → %s', async (address, expected) => {
    expect(await whole(address)).toBe(expected);
  });

  test('to a part of the same text', async () => {
    expect(await whole('#part')).toBe('https://example.com/blog/posts/post/#part');
  });

  test.each(['', 'https://example.org/a.md', '//example.org/', 'mailto:a@b.c', 'data:,a'])(
    'as it is: %s',
    async (address) => {
      expect(await whole(address)).toBe(address);
    },
  );
});
