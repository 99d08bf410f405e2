import { mdxToJs } from 'satteri';
import { describe, expect, test, vi } from 'vitest';
import { DEFAULT_SITE } from '../../../src/markdown/document.ts';
import { markdownDocument } from '../../../src/markdown/document.ts';
import { hastPlugins, mdastPlugins } from '../../../src/markdown/features.ts';
import { renderSnippet } from '../../../src/markdown/render-snippet.ts';
import { markdownFeatures } from '../../../src/markdown/syntax.ts';
import { found, render } from '../../helpers.ts';

const [STYLE, HANDLER, SCRIPT, FRAME, LINK] = [
  'a style attribute is removed; use a class and src/styles/theme.css',
  'a handler in an attribute (onclick …) is removed; the security policy blocks it',
  'a script in Markdown is removed; the security policy does not allow it',
  '<iframe> is removed, since the security policy blocks it; use a link',
  'a javascript: or data: URL is removed; link to a page or a file',
].map((message) => `warning: HTML: ${message}`);

describe('blocked HTML is removed with a warning', () => {
  test.each([
    ['a style attribute', '<p style="color: red">x</p>', `1:1 ${STYLE}`, '<p>x</p>'],
    ['a style attribute in a line', 'A <b style="x">b</b>', `1:3 ${STYLE}`, '<p>A <b>b</b></p>'],
    ['an attribute among others', '<p id="a" STYLE = "x">x</p>', `1:1 ${STYLE}`, '<p id="a">x</p>'],
    [
      'a handler',
      '<button onclick="x()">x</button>',
      `1:1 ${HANDLER}`,
      '<p><button>x</button></p>',
    ],
    [
      'a handler without a value, of a picture',
      '<img src="//b.c/x.png" alt="" onload>',
      `1:1 ${HANDLER}`,
      '<img src="//b.c/x.png" loading="lazy" decoding="async" alt="">',
    ],
    ['a script', 'A\n\n<script>x()</script>\n\nB', `3:1 ${SCRIPT}`, '<p>A</p>\n\n<p>B</p>'],
    ['a script in an element', '<div><script>x()</script></div>', `1:6 ${SCRIPT}`, '<div></div>'],
    [
      'a document in a frame',
      '<div>\n  <iframe title=">" srcdoc="<script>x()</script>"></iframe>\n</div>',
      `2:3 ${FRAME}`,
      '<div>\n  \n</div>',
    ],
    ['at its line and column', '<div>\nText <b style="x">x</b>\n</div>', `2:6 ${STYLE}`],
    ['a link', 'A [b](javascript:x()).', `1:3 ${LINK}`, '<p>A <a>b</a>.</p>'],
    [
      'a URL between angle brackets',
      '<JAVASCRIPT:x()>',
      `1:1 ${LINK}`,
      '<p><a>JAVASCRIPT:x()</a></p>',
    ],
    ['a definition', '[b]\n\n[b]: java&#115;cript:x()', `3:1 ${LINK}`, '<p><a>b</a></p>'],
    ['a link of HTML', '<a href="java\nscript:x()">b</a>', `1:1 ${LINK}`, '<p><a>b</a></p>'],
  ])('%s', async (_, markdown, message, without?: string) => {
    const { diagnostics, html } = await render(markdown);
    expect(found(diagnostics)).toEqual([message]);
    if (without !== undefined) expect(html.trim()).toBe(without);
  });

  test('for each element and attribute', async () => {
    const two = '<p style="x" onclick="y()">x</p>\n<p style="y">y</p>';
    const { diagnostics } = await render(two);
    expect(found(diagnostics)).toEqual([`1:1 ${STYLE}`, `1:1 ${HANDLER}`, `2:1 ${STYLE}`]);
  });

  test('in an element that is removed', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { html } = await render('A <object><embed src="a"><b onclick="x">x</b></object> B');
    expect(html).toBe('<p>A  B</p>\n');
    expect(warn).not.toHaveBeenCalled();
  });

  test('beside cells that Markdown aligns', async () => {
    const { diagnostics, html } = await render('<b>A</b>\n\n| a |\n|:-:|\n| b |');
    expect(diagnostics).toEqual([]);
    expect(html).toContain('<td class="align-center">');
  });

  test('in Markdown of the settings', () => {
    const html = renderSnippet('A <b onclick="x()">b</b><script>x()</script>', {
      ...DEFAULT_SITE,
      rootBase: '/',
    });
    expect(html).toBe('<p>A <b>b</b></p>\n');
  });
});

describe('a picture, sound or video by http: is a warning, and stays', () => {
  const message = 'warning: picture: the security policy blocks http:; use https:';
  test.each([
    ['A ![a](http://b.c/x.png)', '1:3'],
    ['A <img src="HTTP://b.c/x.png" alt="">', '1:3'],
    ['<video controls src="http://b.c/x.mp4"></video>', '1:1'],
  ])('%s', async (markdown, place) => {
    const { diagnostics, html } = await render(markdown);
    expect(found(diagnostics)).toEqual([`${place} ${message}`]);
    expect(html).toMatch(/src="http:/i);
  });
});

describe('blocked HTML of MDX is removed with a warning', () => {
  async function warnings(mdx: string): Promise<string[]> {
    const { diagnostics } = await render(mdx, { format: 'mdx' });
    return found(diagnostics.filter(({ rule }) => rule === 'raw-html'));
  }

  /** Returns the code of an MDX document, as Astro has it made. */
  async function compiled(mdx: string): Promise<string> {
    const features = markdownFeatures({ language: 'en' });
    const data = { octavo: markdownDocument('a.mdx') };
    return (await mdxToJs(mdx, { data, features, mdastPlugins, hastPlugins })).code;
  }

  test.each([
    ['a style attribute', '<p style="color: red">x</p>', `1:1 ${STYLE}`],
    ['a style attribute in a line', 'A <b style="x()">b</b>', `1:3 ${STYLE}`],
    ['a style as an object', '<p style={{ color: x() }}>x</p>', `1:1 ${STYLE}`],
    ['a handler', 'A\n\n<p onclick="x()">x</p>', `3:1 ${HANDLER}`],
    ['a handler as JSX writes it', '<button onClick={() => x()}>x</button>', `1:1 ${HANDLER}`],
    ['a frame', '<iframe src="x()" />', `1:1 ${FRAME}`],
    ['a document in a frame', 'A <iframe srcDoc={`x()`}></iframe>', `1:3 ${FRAME}`],
    ['letters of any case', '<iFrame SRCDOC="x()" />', `1:1 ${FRAME}`],
    ['what is in an element', '<div>\n  <iframe title="a" srcdoc="x()" />\n</div>', `2:3 ${FRAME}`],
    ['an escaped URL', '<a href="java&#115;cript:x()">b</a>', `1:1 ${LINK}`],
    ['a link of Markdown', '[b](javascript:x())', `1:1 ${LINK}`],
  ])('%s', async (_, mdx, message) => {
    expect(await warnings(mdx)).toEqual([message]);
    expect(await compiled(mdx)).not.toMatch(/x\(\)|iframe/i);
  });

  test('but for other attributes', async () => {
    const code = await compiled('<p class="a" onclick="x()" {...b}>x <b onclick="x()">c</b></p>');
    expect(code).toContain('class: "a" }, b, {');
    expect(code).not.toContain('x()');
  });

  test.each([
    ['a component', '<Chart style="bars" onClick={draw} />'],
    ['a component of an object', '<charts.Bar style="bars" />'],
    ['a script or a style, which are code', '<><script>{`a()`}</script><style>{`p{}`}</style></>'],
    ['a URL in code', '<a href={url}>b</a>'],
    ['other attributes', '<p class="on" data-style="x">x</p>'],
  ])('and not: %s', async (_, mdx) => {
    expect(await warnings(mdx)).toEqual([]);
  });
});

describe('raw HTML that the policy has nothing to say about is none', () => {
  test.each([
    ['elements', '<div class="note" id="a">\n\nText\n\n</div>'],
    ['a fold', '<details open><summary>S</summary>T</details>'],
    ['keys', 'Press <kbd>Ctrl</kbd>.'],
    ['words that look like attributes', '<p data-style="x" title="on and off">x</p>'],
    ['a comment', '<!-- a comment -->'],
    ['code', '`<p style="x" onclick="y">`'],
    ['a block of code', '```html\n<script>x()</script>\n```'],
    ['words', 'The style = "x" of onclick = "y".'],
    ['an attribute', '<p title="<script> <p style=x>">x</p>'],
    ['what is escaped', '\\<p style="x">'],
  ])('%s', async (_, markdown) => {
    expect((await render(markdown)).diagnostics).toEqual([]);
  });

  test('what is commented out', async () => {
    expect((await render('<!-- <p style="x">x</p> -->')).diagnostics).toEqual([]);
    const two = '<div>\n<!-- <p style="x"> -->\n<!-- <p style="x"> -->\n</div>';
    expect((await render(two)).diagnostics).toEqual([]);
  });
});
