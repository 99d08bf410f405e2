import { describe, expect, test } from 'vitest';
import { hasNoindex, picturesOf } from '../../src/html/built-page.ts';

const PAGE = 'https://example.com/blog/posts/a/';
const pictures = (html: string) =>
  picturesOf(
    `<header><img src="/logo.png"></header><article>${html}</article><img src="/b.png">`,
    PAGE,
  );

describe('the pictures of an article in the sitemap', () => {
  test.each([
    ['<img src="/blog/a.png" alt="A">', ['https://example.com/blog/a.png']],
    ['<img alt="a > b" src="/a.png">', ['https://example.com/a.png']],
    ['<img data-src="/no.png" src="a.png">', ['https://example.com/blog/posts/a/a.png']],
    ['<img src="/a.png?b&#x26;c&amp;d">', ['https://example.com/a.png?b&c&d']],
    ['<img src="/gr%C3%B6%C3%9Fe.png">', ['https://example.com/gr%C3%B6%C3%9Fe.png']],
    [
      '<img src="/a.png"><p><img src="/b.png"><img src="/a.png">',
      ['https://example.com/a.png', 'https://example.com/b.png'],
    ],
    [
      '<img class="on-light" src="/a.png"><img src="/b.png" class="wide on-dark">',
      ['https://example.com/a.png'],
    ],
    [
      '<a class="on-light" href="/a.png"><picture><img src="/a_300.webp"></picture></a><a class="on-dark" href="/b.png"><picture><img src="/b_300.webp"></picture></a>',
      ['https://example.com/a.png'],
    ],
    ['<a href="/a.JPG?v=1"><img src="/a_300.jpg"></a>', ['https://example.com/a.JPG?v=1']],
    ['<a href="/about/"><img src="/a.png"></a>', ['https://example.com/a.png']],
    ['<a href="https://example.org/a.png"><img src="/a.png"></a>', []],
    ['<img src="https://example.org/a.png">', []],
    ['<img src="data:image/png;base64,AAAA">', []],
    ['<p>No picture.</p>', []],
    ['<img alt="A">', []],
  ])('of %s are %j', (html, expected) => {
    expect(pictures(html)).toEqual(expected);
  });

  test('are a thousand at most', () => {
    const many = Array.from({ length: 1001 }, (_, index) => `<img src="/${index}.png">`).join('');
    expect(pictures(many)).toHaveLength(1000);
  });

  test('are none on a page without an article', () => {
    expect(picturesOf('<img src="/a.png">', PAGE)).toEqual([]);
  });
});

test.each([
  ['<meta name="robots" content="noindex">', true],
  ['<meta charset="utf-8"><meta name="robots" content="nofollow, NOINDEX">', true],
  ['<META NAME="Robots" CONTENT="none">', true],
  ['<meta name="robots" content="index">', false],
  ['<meta name="robots" content="nonesuch">', false],
  ['<meta name="robots">', false],
  ['<meta name="description" content="noindex">', false],
  ['<meta content="noindex">', false],
  ['<p>noindex</p>', false],
])('%s excludes a page: %s', (html, expected) => {
  expect(hasNoindex(html)).toBe(expected);
});
