import { mdxToJs } from 'satteri';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SITE, markdownDocument } from '../../../src/markdown/document.ts';
import { hastPlugins } from '../../../src/markdown/features.ts';
import { markdownFeatures } from '../../../src/markdown/syntax.ts';
import { renderSnippet } from '../../../src/markdown/render-snippet.ts';
import { attribute, elements } from '../../../../../tests/html.ts';
import { render } from '../../helpers.ts';

const SITE = { ...DEFAULT_SITE, base: '/blog/', rootBase: '/blog/' };

/** Returns the HTML of a text that is one paragraph or block. */
const html = async (markdown: string) => (await render(markdown, { base: '/blog/' })).html.trim();

describe('under a base path, a path of the site is below it', () => {
  test.each([
    ['a link', '[a](/about/)', '<p><a href="/blog/about/">a</a></p>'],
    ['a link to the index', '[a](/)', '<p><a href="/blog/">a</a></p>'],
    ['a definition', '[a]\n\n[a]: /about/', '<p><a href="/blog/about/">a</a></p>'],
    ['a link with umlauts', '[a](/größe/)', '<p><a href="/blog/gr%C3%B6%C3%9Fe/">a</a></p>'],
    ['a picture', '![a](/x.png)', '<figure><img src="/blog/x.png" alt="a"></figure>'],
    ['a link in HTML', '<a href="/about/">a</a>', '<p><a href="/blog/about/">a</a></p>'],
    ['a picture in HTML', '<img src="/x.png" alt="">', '<img src="/blog/x.png" alt="">'],
    [
      'a video',
      '<video src="/x.mp4" poster="/x.png"></video>',
      '<video src="/blog/x.mp4" poster="/blog/x.png"></video>',
    ],
    ['a sound', '<audio src="/x.mp3"></audio>', '<audio src="/blog/x.mp3"></audio>'],
    ['an area of a map', '<map><area href="/x/"></map>', '<map><area href="/blog/x/"></map>'],
  ])('in %s', async (_, markdown, expected) => {
    const rendered = await html(markdown);
    expect([expected, `<p>${expected}</p>`]).toContain(rendered);
  });

  test('in a link to a file, whose page is there', async () => {
    const { html: rendered } = await render('[a](./b.md#c)', {
      base: '/blog/',
      files: { 'b.md': '/posts/b/' },
    });
    expect(rendered).toContain('href="/blog/posts/b/#c"');
  });

  test('in a Markdown setting', () => {
    expect(renderSnippet('[a](/about/) *b*', SITE).trim()).toBe(
      '<p><a href="/blog/about/">a</a> <em>b</em></p>',
    );
  });

  test.each([
    [
      'srcset',
      '<img src="/a.png" srcset="/a.png 1x, /b.png 2x" alt="">',
      'srcset="/blog/a.png 1x, /blog/b.png 2x"',
    ],
    [
      'a source',
      '<picture><source srcset="/a.avif"><img src="/a.png" alt=""></picture>',
      'srcset="/blog/a.avif"',
    ],
  ])('in %s', async (_, markdown, expected) => {
    expect(await html(markdown)).toContain(expected);
  });
});

describe('under a base path, all else stays as it is', () => {
  test.each([
    ['another site', '[a](https://example.com/about/)', 'href="https://example.com/about/"'],
    ['another host', '[a](//example.org/about/)', 'href="//example.org/about/"'],
    ['a heading', '[a](#b)', 'href="#b"'],
    ['a query', '[a](?b=c)', 'href="?b=c"'],
    ['a path from the page', '[a](b/)', 'href="b/"'],
    ['code', '`href="/a/"`', 'href="/a/"'],
    ['a title', '[a](#b "/c/")', 'title="/c/"'],
  ])('%s', async (_, markdown, expected) => {
    expect(await html(markdown)).toContain(expected);
  });
});

describe('under a base path, in a srcset', () => {
  const srcset = async (value: string) =>
    attribute(elements(await html(`<img srcset="${value}" alt="">`), 'img')[0]!, 'srcSet');

  test.each([
    ['each candidate is below it', '/a.png 1x, /b.png 2x', '/blog/a.png 1x, /blog/b.png 2x'],
    ['without spaces too', '/a.png 1x,/b.png 2x', '/blog/a.png 1x, /blog/b.png 2x'],
    ['commas around a candidate are dropped', ',/a,', '/blog/a'],
    [
      'other addresses stay',
      'a.png 1x, https://b.c/d.png 2x, //e/f 3x',
      'a.png 1x, https://b.c/d.png 2x, //e/f 3x',
    ],
  ])('%s', async (_, value, expected) => {
    expect(await srcset(value)).toBe(expected);
  });

  test.each([
    [
      'a comma in data ends nothing',
      'data:image/jpeg;base64,/9j/4AAQ 1x',
      'data:image/jpeg;base64,/9j/4AAQ 1x',
    ],
    [
      'the first may stand on a line of its own',
      '\n  /a.png 1x,\n  /b.png 2x',
      '/blog/a.png 1x, /blog/b.png 2x',
    ],
  ])('%s', async (_, value, expected) => {
    expect((await srcset(value))?.replace(/\s+/g, ' ').trim()).toBe(expected);
  });
});

describe('under a base path, MDX', () => {
  const compile = async (mdx: string) => {
    const octavo = markdownDocument('a.mdx', {}, { site: SITE });
    const features = markdownFeatures(SITE);
    return (await mdxToJs(mdx, { data: { octavo }, hastPlugins, features })).code;
  };

  test('has Markdown links below it', async () => {
    expect(await compile('[a](/about/) ![b](/b.png)')).toMatch(
      /"\/blog\/about\/"[^]*"\/blog\/b\.png"/,
    );
  });

  test('has the links of its elements below it', async () => {
    expect(await compile('<a href="/about/">a</a>')).toContain('"/blog/about/"');
  });
});
