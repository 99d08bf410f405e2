import { describe, expect, test } from 'vitest';
import { portableHtml } from '../../src/feeds/portable-html.ts';
import { render, settings } from '../helpers.ts';
import { fromHtml, fromMarkdown } from './portable/portable.ts';

const PAGE = 'https://example.com/blog/posts/a/';
const site = settings();
const portable = (html: string) => portableHtml(html, PAGE, { site });

describe('away from its page, an article has whole addresses', () => {
  test.each([
    ['a path of the site', '/blog/b/', 'https://example.com/blog/b/'],
    ['a path from the page', 'b.pdf', `${PAGE}b.pdf`],
    ['a path above', '../b/', 'https://example.com/blog/posts/b/'],
    ['a place in the page', '#b', `${PAGE}#b`],
    ['a query', '?a=b', `${PAGE}?a=b`],
    ['the page itself', '', PAGE],
    ['another host', '//example.org/', 'https://example.org/'],
    ['umlauts', '/größe/', 'https://example.com/gr%C3%B6%C3%9Fe/'],
    ['a whole address', 'https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['mail', 'mailto:a@example.com', 'mailto:a@example.com'],
  ])('%s', (_, href, expected) => {
    expect(portable(`<a href="${href}">b</a>`)).toBe(`<a href="${expected}">b</a>`);
  });

  test('with an entity', () => {
    expect(portable('<a href="/a?b=1&amp;c=2">b</a>')).toBe(
      '<a href="https://example.com/a?b=1&amp;c=2">b</a>',
    );
  });

  test.each([
    ['a quotation', '<blockquote cite="/b/">a</blockquote>'],
    ['a quotation in a line', '<q cite="/b/">a</q>'],
    ['what was taken out', '<del cite="/b/">a</del>'],
    ['what was put in', '<ins cite="/b/">a</ins>'],
  ])('of the source of %s', (_, html) => {
    expect(portable(html)).toBe(html.replace('/b/', 'https://example.com/b/'));
  });

  test('with the text alone of a link that a rule makes within another', () => {
    expect(portable('<p><a href="/a">b <iframe src="/c" title="d"></iframe></a></p>')).toBe(
      '<p><a href="https://example.com/a">b d</a></p>',
    );
  });

  test('in each element of many', () => {
    expect(portable('<p><a href="/a">a</a><em><a href="/d">d</a></em></p>')).toBe(
      '<p><a href="https://example.com/a">a</a><em><a href="https://example.com/d">d</a></em></p>',
    );
  });

  test.each([
    ['leads nowhere', 'http://['],
    ['runs a script', 'javascript:a()'],
  ])('and of a link that %s only the text', (_, href) => {
    expect(portable(`<p><a href="${href}">b</a></p>`)).toBe('<p>b</p>');
  });
});

describe('away from its page, an article keeps', () => {
  test.each([
    ['text', '<p>größe 日本 👍\n\tb</p>'],
    ['text that looks like an attribute', '<code>href="/b/"</code>'],
    ['keys', '<kbd>Ctrl</kbd>+<kbd>C</kbd>'],
    ['abbreviations', '<abbr title="Hypertext Markup Language">HTML</abbr>'],
    ['dates', '<time datetime="2024-01-06">January 6</time>'],
    ['readings', '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>'],
    ['languages and directions', '<p lang="ar" dir="rtl">ا<bdi>b</bdi></p>'],
    ['lists that begin elsewhere', '<ol start="3" reversed><li value="7">a</li></ol>'],
    ['definitions', '<dl><dt>a</dt><dd>b</dd></dl>'],
    ['what is collapsed', '<details><summary>a</summary><p>b</p></details>'],
    ['what is open', '<details open><summary>a</summary><p>b</p></details>'],
    ['sub- and superscripts', '<p>H<sub>2</sub>O, x<sup>2</sup></p>'],
    ['rules and line breaks', '<hr><p>a<br>b</p>'],
    [
      'cells that span',
      '<table><tbody><tr><td colspan="2" rowspan="3">a</td></tr></tbody></table>',
    ],
  ])('%s', (_, html) => {
    expect(portable(html)).toBe(html);
  });

  test.each([
    ['a srcset', '<img srcset="/a.png 1x">'],
    ['a tabindex', '<b tabindex="0">'],
    ['a box', '<div class="code"><pre>'],
  ])('code that shows %s', async (_, code) => {
    const { html } = await render(`\`${code}\``);
    expect(portable(html)).toContain(code.replaceAll('<', '&lt;'));
  });
});

describe('away from its page, an article is without', () => {
  test.each([
    ['comments', 'a<!-- b -->c', 'ac'],
    ['comments of many lines', 'a<!--\nb\n-->c', 'ac'],
    ['the mark of its summary', '<p>a</p><!--more--><p>b</p>', '<p>a</p><p>b</p>'],
    ['scripts', 'a<script>b()</script>c', 'ac'],
    ['scripts with a source', 'a<script type="module" src="/b.js"></script>c', 'ac'],
    ['styles', 'a<style>b{}</style>c', 'ac'],
    ['style sheets', 'a<link rel="stylesheet" href="/b.css">c', 'ac'],
    ['templates', 'a<template>b</template>c', 'ac'],
    ['stops for the keyboard', '<p tabindex="0">a</p>', '<p>a</p>'],
    ['buttons', '<p>a</p><button type="button">Copy</button>', '<p>a</p>'],
    ['classes', '<p class="a">b</p>', '<p>b</p>'],
    ['style attributes', '<p style="color: red">b</p>', '<p>b</p>'],
    ['handlers', '<p onclick="a()">b</p>', '<p>b</p>'],
    ['data', '<p data-a="b">c</p>', '<p>c</p>'],
    ['roles', '<p role="note" aria-live="polite">c</p>', '<p>c</p>'],
    [
      'targets',
      '<a href="https://example.org/" target="_blank" rel="nofollow">a</a>',
      '<a href="https://example.org/">a</a>',
    ],
    ['spans', '<p><span class="a">b</span> c</p>', '<p>b c</p>'],
    ['boxes around blocks', '<div class="a"><div><p>b</p></div></div>', '<p>b</p>'],
    ['empty paragraphs', '<p>a</p><p> </p><p><em></em></p>', '<p>a</p>'],
    ['what is hidden', '<p>a</p><p hidden>b</p>', '<p>a</p>'],
    ['white space around it', '\n a \n', 'a'],
  ])('%s', (_, html, expected) => {
    expect(portable(html)).toBe(expected);
  });

  test('halves of characters', () => {
    expect(portable('a\uD83Db').isWellFormed()).toBe(true);
  });
});

describe('away from its page, what readers leave out or do not know', () => {
  test.each([
    ['aside', '<aside>a</aside>', '<div>a</div>'],
    ['section', '<section><p>a</p></section>', '<p>a</p>'],
    ['center', '<center>a</center>', '<div>a</div>'],
    ['font', '<p><font color="red">a</font></p>', '<p>a</p>'],
    ['noscript', '<noscript><p>a</p></noscript>', '<p>a</p>'],
    ['an element of a component', '<astro-island uid="1"><p>a</p></astro-island>', '<p>a</p>'],
    ['a canvas', '<canvas><p>a</p></canvas>', '<p>a</p>'],
  ])('becomes what they know: %s', (_, html, expected) => {
    expect(portable(html)).toBe(expected);
  });
});

describe('an id stays where something in the item leads to it', () => {
  test.each([
    ['from the same text', `<p id="b">a</p><a href="#b">c</a>`],
    ['from before', `<a href="#b">c</a><p id="b">a</p>`],
    ['by its whole address', `<p id="b">a</p><a href="${PAGE}#b">c</a>`],
    ['by the path of the page', `<p id="b">a</p><a href="/blog/posts/a/#b">c</a>`],
  ])('%s', (_, html) => {
    const found = portable(html);
    expect(found).toContain('id="b"');
    expect(found).toContain(`href="${PAGE}#b"`);
  });

  test('in any script', () => {
    expect(portable('<h2 id="größe">a</h2><a href="#gr%C3%B6%C3%9Fe">b</a>')).toContain(
      'id="größe"',
    );
  });

  test('with an invalid percent-encoding', () => {
    expect(portable('<p id="%">a</p><a href="#%">c</a>')).toContain('id="%"');
  });

  test.each([
    ['nothing does', '<p id="b">a</p>'],
    ['only the heading itself does', '<h2 id="b"><a href="#b">a</a></h2>'],
    ['a link does to another page', '<p id="b">a</p><a href="/blog/posts/c/#b">c</a>'],
  ])('and goes where %s', (_, html) => {
    expect(portable(html)).not.toContain('id=');
  });
});

describe('the cover', () => {
  const cover = {
    url: 'https://example.com/c.png',
    width: 1600,
    height: 900,
    alt: 'A "sheet"',
    caption: undefined,
  };

  test('comes first, with its size and text', () => {
    expect(portableHtml('<p>a</p>', PAGE, { cover, site })).toBe(
      '<figure><img src="https://example.com/c.png" alt="A &quot;sheet&quot;" width="1600" height="900"></figure><p>a</p>',
    );
  });

  test('has its caption', () => {
    expect(portableHtml('', PAGE, { cover: { ...cover, caption: 'In <octavo>' }, site })).toContain(
      '<figcaption>In &lt;octavo></figcaption></figure>',
    );
  });
});

describe('an article that runs from right to left', () => {
  const ARABIC = { language: 'ar' };

  test('says so, and its code the opposite', async () => {
    expect(await fromMarkdown('مرحبا\n\n```ts title="a.ts"\nb\n```\n\n$$\nx\n$$', ARABIC)).toBe(
      [
        '<div dir="rtl"><p>مرحبا</p>',
        '<p><strong>a.ts</strong></p><pre dir="ltr"><code class="language-ts">b\n</code></pre>',
        '<pre dir="ltr"><a href="https://example.com/posts/post/"><code>x</code></a></pre>',
        '</div>',
      ].join('\n'),
    );
    expect(fromHtml('<pre>a</pre>', ARABIC)).toBe('<div dir="rtl"><pre dir="ltr">a</pre></div>');
  });

  test.each([
    ['ar', 'en', '<div lang="ar" dir="rtl"><pre dir="ltr">a</pre></div>'],
    ['en', 'ar', '<div lang="en" dir="ltr"><pre>a</pre></div>'],
    ['de', 'en', '<div lang="de"><pre>a</pre></div>'],
  ])('in %s says so on a site in %s', (lang, language, expected) => {
    const site = settings({ language });
    expect(portableHtml('<pre>a</pre>', 'https://example.com/', { site, lang })).toBe(expected);
  });

  test('has no direction without a text', () => {
    expect(fromHtml('<!-- a -->', ARABIC)).toBe('');
  });
});
