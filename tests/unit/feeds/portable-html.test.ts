import { htmlToHast } from 'satteri';
import { describe, expect, test } from 'vitest';
import { portableHtml } from '../../../src/feeds/portable-html.ts';
import { render } from '../helpers.ts';

/** HTML as its tree, since one tree can be written in several ways. */
const tree = (html: string) => htmlToHast(html, { fragment: true });

const PAGE = 'https://example.com/blog/posts/a/';
const portable = (html: string) => portableHtml(html, PAGE);

describe('away from its page, an article has whole addresses', () => {
  test.each([
    ['a path of the site', '<a href="/blog/b/">', '<a href="https://example.com/blog/b/">'],
    ['a path from the page', '<a href="b.pdf">', `<a href="${PAGE}b.pdf">`],
    ['a path above', '<a href="../b/">', '<a href="https://example.com/blog/posts/b/">'],
    ['a place in the page', '<a href="#fn-1">', `<a href="${PAGE}#fn-1">`],
    ['a query', '<a href="?a=b">', `<a href="${PAGE}?a=b">`],
    ['another host', '<a href="//example.org/">', '<a href="https://example.org/">'],
    ['an entity', '<a href="/a?b=1&amp;c=2">', '<a href="https://example.com/a?b=1&amp;c=2">'],
    ['umlauts', '<a href="/größe/">', '<a href="https://example.com/gr%C3%B6%C3%9Fe/">'],
    ['a line end in the tag', '<a\n  href="/b/">', '<a\n  href="https://example.com/b/">'],
    [
      'other attributes before',
      '<a class="x" href="/b/">',
      '<a class="x" href="https://example.com/b/">',
    ],
    [
      'a bracket in an attribute',
      '<img alt="a > b" src="/b.png">',
      '<img alt="a > b" src="https://example.com/b.png">',
    ],
    ['a picture', '<img src="/b.png" alt="">', '<img src="https://example.com/b.png" alt="">'],
    ['a source', '<source src="/b.mp4">', '<source src="https://example.com/b.mp4">'],
    [
      'a sound and its text',
      '<audio src="/b.mp3"><track src="/b.vtt"></audio>',
      '<audio src="https://example.com/b.mp3"><track src="https://example.com/b.vtt"></audio>',
    ],
    ['a video', '<video src="/b.mp4"></video>', '<video src="https://example.com/b.mp4"></video>'],
    [
      'the picture of a video',
      '<video poster="/b.png"></video>',
      '<video poster="https://example.com/b.png"></video>',
    ],
    ['a frame', '<iframe src="/b/"></iframe>', '<iframe src="https://example.com/b/"></iframe>'],
    ['an area', '<area href="/b/">', '<area href="https://example.com/b/">'],
  ])('%s', (_, html, expected) => {
    expect(tree(portable(html))).toEqual(tree(expected));
  });

  test.each([
    [
      'densities',
      '/a.png 1x, /b.png 2x',
      'https://example.com/a.png 1x, https://example.com/b.png 2x',
    ],
    [
      'widths',
      '/a.png 400w,\n /b.png 800w',
      'https://example.com/a.png 400w, https://example.com/b.png 800w',
    ],
    ['one picture', '/a.png', 'https://example.com/a.png'],
    ['paths from the page', 'a.png 2x', `${PAGE}a.png 2x`],
    [
      'data',
      'data:image/png;base64,AA== 1x, /b.png 2x',
      'data:image/png;base64,AA== 1x, https://example.com/b.png 2x',
    ],
  ])('in srcset: %s', (_, srcset, expected) => {
    expect(tree(portable(`<img srcset="${srcset}">`))).toEqual(tree(`<img srcset="${expected}">`));
  });

  test('in each element of many', () => {
    expect(tree(portable('<a href="/a"><img src="/b" srcset="/c 1x"></a><a href="/d">'))).toEqual(
      tree(
        '<a href="https://example.com/a"><img src="https://example.com/b" srcset="https://example.com/c 1x"></a><a href="https://example.com/d">',
      ),
    );
  });

  test('in each attribute of an element', () => {
    expect(tree(portable('<video src="/a.mp4" poster="/b.png">'))).toEqual(
      tree('<video src="https://example.com/a.mp4" poster="https://example.com/b.png">'),
    );
  });

  test.each([
    [
      '<img data-src="/a.png" src="/b.png">',
      '<img data-src="/a.png" src="https://example.com/b.png">',
    ],
    ['<a data-href="/a/" href="/b/">', '<a data-href="/a/" href="https://example.com/b/">'],
  ])('in the attribute that counts: %s', (html, expected) => {
    expect(tree(portable(html))).toEqual(tree(expected));
  });

  test('in srcset without spaces', () => {
    expect(tree(portable('<img srcset="/a.png 1x,/b.png 2x">'))).toEqual(
      tree('<img srcset="https://example.com/a.png 1x, https://example.com/b.png 2x">'),
    );
  });
});

describe('away from its page, an article keeps as they are', () => {
  test.each([
    ['whole addresses', '<a href="https://example.org/a?b#c">'],
    ['addresses of mail', '<a href="mailto:a@example.com">'],
    ['pictures as data', '<img src="data:image/png;base64,AA==" alt="">'],
    ['addresses that are none', '<a href="http://[">'],
    ['anchors', '<a id="b">'],
    ['text that looks like an attribute', '<code>href="/b/"</code>'],
    ['text', '<p>größe 日本 👍\n\tb</p>'],
    ['what stands in a word', '<p data-x="y">scripted styles</p>'],
  ])('%s', (_, html) => {
    expect(tree(portable(html))).toEqual(tree(html));
  });

  // too: a feed shows another code than the page.
  test.each([
    ['a srcset', '<img srcset="/a.png 1x">'],
    ['a tabindex', '<b tabindex="0">'],
  ])('code that shows %s', async (_, code) => {
    const { html } = await render(`\`${code}\``);
    expect(tree(portable(html))).toEqual(tree(html.trim()));
  });
});

describe('away from its page, an article is without', () => {
  test.each([
    ['comments', 'a<!-- b -->c', 'ac'],
    ['comments of many lines', 'a<!--\nb\n-->c', 'ac'],
    ['the mark of its summary', '<p>a</p><!--more--><p>b</p>', '<p>a</p><p>b</p>'],
    ['scripts', 'a<script>b()</script>c', 'ac'],
    ['scripts with a source', 'a<script type="module" src="/b.js"></script>c', 'ac'],
    ['scripts of many lines', 'a<script>\nb()\n</script>c', 'ac'],
    ['styles', 'a<style>b{}</style>c', 'ac'],
    ['stops for the keyboard', '<pre tabindex="0">a</pre>', '<pre>a</pre>'],
    ['buttons', '<pre>a</pre><button type="button">Copy</button>', '<pre>a</pre>'],
    ['control characters', 'a\u0000b\u001Bc', 'abc'],
    ['white space around it', '\n a \n', 'a'],
  ])('%s', (_, html, expected) => {
    expect(tree(portable(html))).toEqual(tree(expected));
  });
});

test('footnotes of an article lead into its page', async () => {
  const { html } = await render('A[^1].\n\n[^1]: B.');
  expect(portable(html)).toContain(`href="${PAGE}#fn-1"`);
  expect(portable(html)).toContain(`href="${PAGE}#fnref-1"`);
});
