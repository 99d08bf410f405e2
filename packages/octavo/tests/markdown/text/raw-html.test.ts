import { mdxToJs } from 'satteri';
import { describe, expect, test } from 'vitest';
import { hastPlugins, mdastPlugins } from '../../../src/markdown/features.ts';
import { markdownFeatures } from '../../../src/markdown/syntax.ts';
import { found, render } from '../../helpers.ts';

const STYLE =
  'warning: HTML: a style attribute has no effect under the security policy; use a class and src/styles/theme.css';
const HANDLER =
  'warning: HTML: a handler in an attribute (onclick …) never runs under the security policy';

describe('raw HTML that the security policy refuses is a warning', () => {
  test.each([
    ['a style attribute', '<p style="color: red">x</p>', `1:1 ${STYLE}`],
    ['a style attribute in a line', 'A <b style="x">b</b>', `1:3 ${STYLE}`],
    ['a style attribute among others', '<p id="a" STYLE = "x">x</p>', `1:1 ${STYLE}`],
    ['a handler', '<button onclick="x()">x</button>', `1:1 ${HANDLER}`],
    ['another handler', '<img src="//b.c/x.png" alt="" onload="x()">', `1:1 ${HANDLER}`],
    [
      'a frame',
      '<iframe src="https://example.com/"></iframe>',
      '1:1 warning: HTML: the security policy blocks frames of other sites; use a link',
    ],
    [
      'an object',
      '<object data="/x.swf"></object>',
      '1:1 warning: HTML: the security policy blocks frames of other sites; use a link',
    ],
    ['at its line', 'A\n\nB\n\n<p style="x">x</p>', `5:1 ${STYLE}`],
  ])('%s', async (_, markdown, message) => {
    const { diagnostics } = await render(markdown);
    expect(found(diagnostics)).toEqual([message]);
  });

  test.each([
    ['a script', '<script>x()</script>', 'script'],
    ['a script with a source', '<script src="/x.js"></script>', 'script'],
    ['a style element', '<style>p { color: red }</style>', 'style'],
  ])('%s', async (_, markdown, name) => {
    const { diagnostics } = await render(markdown);
    expect(diagnostics).toMatchObject([{ severity: 'warning', line: 1, column: 1 }]);
    expect(diagnostics[0]?.message).toContain(name);
  });

  test.each([
    ['a script', 'A\n\n<script>x()</script>\n\nB'],
    ['a style element', 'A\n\n<style>p { color: red }</style>\n\nB'],
    ['a script in an element', 'A\n\n<div><script>x()</script></div>\n\nB'],
  ])('and is left out, which the policy would have to be widened for: %s', async (_, markdown) => {
    const { html } = await render(markdown);
    expect(html).not.toMatch(/<script|<style|x\(\)|red/);
    expect(html).toMatch(/A[^]*B/);
  });

  test('for each kind once', async () => {
    const { diagnostics } = await render('<p style="x" onclick="y()">x</p>');
    expect(found(diagnostics)).toEqual([`1:1 ${STYLE}`, `1:1 ${HANDLER}`]);
  });

  test('and stays in the page', async () => {
    expect((await render('<p onclick="x()">x</p>')).html).toContain('onclick="x()"');
  });

  test('at its line within a block', async () => {
    const { diagnostics } = await render('<div>\n<p>\n<b style="x">x</b>\n</p>\n</div>');
    expect(diagnostics[0]?.line).toBe(3);
  });

  test('at its column within a line of a block', async () => {
    const { diagnostics } = await render('<div>\nText <b style="x">x</b>\n</div>');
    expect(found(diagnostics)).toEqual([`2:6 ${STYLE}`]);
  });

  test('in MDX', async () => {
    const { diagnostics } = await render('<p style="color: red">x</p>', { format: 'mdx' });
    expect(found(diagnostics)).toEqual([`1:1 ${STYLE}`]);
  });

  test('each time, in a block too', async () => {
    const { diagnostics } = await render('<p style="x">x</p>\n<p style="y">y</p>');
    expect(diagnostics.map(({ line }) => line)).toEqual([1, 2]);
  });

  test.each([
    ['a style attribute in a line', 'A <b style="x">b</b>', `1:3 ${STYLE}`],
    ['a style as an object', '<p style={{ color: "red" }}>x</p>', `1:1 ${STYLE}`],
    ['a handler', 'A\n\n<p onclick="x()">x</p>', `3:1 ${HANDLER}`],
  ])('in MDX: %s', async (_, mdx, message) => {
    expect(found((await render(mdx, { format: 'mdx' })).diagnostics)).toEqual([message]);
  });

  test.each([
    ['a handler as JSX writes it', '<button onClick={() => 1}>x</button>'],
    ['a frame', '<iframe src="https://example.com/" />'],
  ])('in MDX: %s', async (_, mdx) => {
    expect((await render(mdx, { format: 'mdx' })).diagnostics).toHaveLength(1);
  });

  test.each([
    ['a component', '<Chart style="bars" onClick={draw} />'],
    ['a script or a style, which stay', '<><script>{`a()`}</script><style>{`p{}`}</style></>'],
    ['other attributes', '<p class="on" data-style="x">x</p>'],
  ])('and not in MDX: %s', async (_, mdx) => {
    expect((await render(mdx, { format: 'mdx' })).diagnostics).toEqual([]);
  });
});

describe('a document in a frame', () => {
  const SRCDOC =
    'warning: HTML: srcdoc is removed from a frame that may run scripts; add sandbox="" or a sandbox without allow-scripts';

  test.each([
    ['without a sandbox', 'A\n\n<iframe srcdoc="<script>x()</script>"></iframe>', '3:1'],
    ['in a line', 'A <iframe srcdoc="x()"></iframe>', '1:3'],
    ['in capitals', '<IFRAME SRCDOC="x()"></IFRAME>', '1:1'],
    ['in an element', '<div>\n  <iframe title=">" srcdoc="x()"></iframe>\n</div>', '2:3'],
    ['with scripts', '<iframe sandbox="a allow-scripts" srcdoc="x()"></iframe>', '1:1'],
    ['with Scripts', '<iframe sandbox="Allow-Scripts" srcdoc="x()"></iframe>', '1:1'],
    ['with scripts, escaped', '<iframe sandbox="&#97;llow-scripts" srcdoc="x()"></iframe>', '1:1'],
  ])('is removed with a warning: %s', async (_, markdown, place) => {
    const { html, diagnostics } = await render(markdown);
    expect(found(diagnostics)).toEqual([`${place} ${SRCDOC}`]);
    expect(html).toContain('<iframe');
    expect(html).not.toMatch(/srcdoc|x\(\)/i);
  });

  test.each([
    ['a sandbox', '<iframe sandbox srcdoc="a"></iframe>'],
    ['an empty one', '<iframe srcdoc="a" SANDBOX=""></iframe>'],
    ['one that allows something else', '<iframe sandbox="allow-forms" srcdoc="a"></iframe>'],
  ])('stays in %s', async (_, markdown) => {
    const { html, diagnostics } = await render(markdown);
    expect(diagnostics).toEqual([]);
    expect(html).toContain('srcdoc="a"');
  });

  /** Returns the code of an MDX document, as Astro has it made. */
  async function compiled(mdx: string): Promise<string> {
    const features = markdownFeatures({ language: 'en' });
    return (await mdxToJs(mdx, { features, mdastPlugins, hastPlugins })).code;
  }

  test.each([
    ['without a sandbox', 'A\n\n<iframe srcdoc="x()" />', '3:1'],
    ['in a line', 'A <iframe srcDoc={`x()`}></iframe>', '1:3'],
    ['in letters of any case', '<iFrame SRCDOC="x()" />', '1:1'],
    ['in an element', '<div>\n  <iframe title="a" srcdoc="x()" />\n</div>', '2:3'],
    ['with scripts', '<iframe sandbox="&#97;llow-scripts" srcdoc="x()" />', '1:1'],
    ['in a sandbox that is code', '<iframe sandbox={a} srcdoc="x()" />', '1:1'],
    ['with what may change the sandbox', '<iframe sandbox="" srcdoc="x()" {...a} />', '1:1'],
  ])('is removed with a warning in MDX: %s', async (_, mdx, place) => {
    expect(found((await render(mdx, { format: 'mdx' })).diagnostics)).toEqual([
      `${place} ${SRCDOC}`,
    ]);
    const code = await compiled(mdx);
    expect(code).toMatch(/"iframe"/i);
    expect(code).not.toMatch(/srcdoc|x\(\)/i);
  });

  test('stays in MDX in a sandbox', async () => {
    const mdx = '<iframe sandbox="allow-forms" srcDoc={`a`} />';
    expect((await render(mdx, { format: 'mdx' })).diagnostics).toEqual([]);
    expect(await compiled(mdx)).toContain('srcDoc: `a`');
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
