import { describe, expect, test } from 'vitest';
import { blockedHtml } from '../../src/html/blocked-html.ts';
import { readHtml } from '../../src/html/read-html.ts';

/** Returns what is removed of the last tag: `element`, or names of attributes, with the message. */
function blocked(html: string): string[] {
  const { name, attributes } = readHtml(html).tags.at(-1)!;
  const pairs = attributes.map(({ name, value }) => [name, value] as const);
  return blockedHtml(name, pairs).map(
    ({ attributes = ['element'], message }) => `${attributes.join(' ')}: ${message}`,
  );
}

describe('an element is removed', () => {
  test.each([
    ['<script>', 'a script in Markdown is removed; the security policy does not allow it'],
    ['<svg><script>', 'a script in Markdown is removed; the security policy does not allow it'],
    ['<style>', 'a style element in Markdown is removed; use src/styles/theme.css'],
    ...['iframe', 'frame', 'frameset', 'fencedframe', 'portal', 'object', 'embed', 'applet'].map(
      (name) => [
        `<${name} src="/a/">`,
        `<${name}> is removed, since the security policy blocks it; use a link`,
      ],
    ),
    [
      '<iframe sandbox srcdoc="<link rel=stylesheet href=//a.b>">',
      '<iframe> is removed, since the security policy blocks it; use a link',
    ],
    [
      '<base href="https://a.b/">',
      '<base> is removed, since it changes all links of the page; write whole URLs',
    ],
    ...[
      '<meta http-equiv="refresh" content="0;url=https://a.b/">',
      '<meta name="robots" content="noindex">',
      '<link rel="stylesheet" href="https://a.b/x.css">',
      '<link rel="prefetch" href="//a.b">',
    ].map((html) => [
      html,
      `${/^<\w+/.exec(html)![0]}> is removed; use src/slots/head.astro or src/styles/theme.css`,
    ]),
    ...[
      '<form action="https://a.b/">',
      '<form action="//a.b/">',
      '<form action="\\\\a.b">',
      '<FORM ACTION=" HTTPS&colon;a.b">',
      '<form action="mailto:a@b.c">',
      '<form action="javascript:x()">',
    ].map((html) => [html, 'a form that is sent to another site is removed; use a link']),
    ...['noscript', 'template', 'xmp', 'plaintext', 'noembed', 'noframes'].map((name) => [
      `<${name}>`,
      `<${name}> is removed, since its content is not shown as HTML; write it without`,
    ]),
    [
      '<svg><a><animate attributeName="xlink:href" values="javascript:x()">',
      '<animate> is removed, since it changes a link or a handler',
    ],
    [
      '<svg><set attributename="onclick" to="x()">',
      '<set> is removed, since it changes a link or a handler',
    ],
  ])('%s', (html, message) => {
    expect(blocked(html!)).toEqual([`element: ${message}`]);
  });
});

describe('an attribute is removed', () => {
  const STYLE = 'a style attribute is removed; use a class and src/styles/theme.css';
  const HANDLER = 'a handler in an attribute (onclick …) is removed; the security policy blocks it';
  const MARK = 'data-picture is a mark of the engine, and is removed';
  const URL = 'a javascript: or data: URL is removed; link to a page or a file';
  test.each([
    ['<p style="color: red">', 'style', STYLE],
    ['<p STYLE = x>', 'style', STYLE],
    ['<p onclick="x()">', 'onclick', HANDLER],
    ['<svg onload=x()>', 'onload', HANDLER],
    ['<p onmouseover=a ONMOUSEOUT=b>', 'onmouseover onmouseout', HANDLER],
    ['<a href="javascript:x()">', 'href', URL],
    ['<a href=" JavaScript:x()">', 'href', URL],
    ['<a href="java&#10;script:x()">', 'href', URL],
    ['<a href="&#x6A;avascript&colon;x()">', 'href', URL],
    ['<a href="\u0001javascript:x()">', 'href', URL],
    ['<a href="vbscript:x()">', 'href', URL],
    ['<a href="data:text/html,<script>x()</script>">', 'href', URL],
    ['<area href="javascript:x()">', 'href', URL],
    ['<svg><a xlink:href="javascript:x()">', 'xlink:href', URL],
    ['<svg><use href="data:image/svg+xml,x">', 'href', URL],
    ['<math href="javascript:x()">', 'href', URL],
    ['<img src="javascript:x()">', 'src', URL],
    ['<button formaction="javascript:x()">', 'formaction', URL],
    [
      '<button formaction="https://a.b/">',
      'formaction',
      'a formaction of another site is removed; use a link',
    ],
    [
      '<a href="/" ping="//a.b">',
      'ping',
      'a ping attribute is removed; the security policy blocks it',
    ],
    ['<img data-picture="{}">', 'data-picture', MARK],
  ])('%s', (html, names, message) => {
    expect(blocked(html)[0]).toBe(`${names}: ${message}`);
  });
});

describe('what the policy allows stays', () => {
  test.each([
    '<p class="a" id="b" title="javascript: a style" lang="en">',
    '<p data-style="x" data-onclick="x">',
    '<meta itemprop="author" content="Jane">',
    '<link itemprop="url" href="https://a.b/">',
    '<form action="/search/">',
    '<form action="?q">',
    '<form>',
    '<button formaction="/a">',
    '<a href="https://a.b/javascript:x">',
    '<a href="/javascript:x">',
    '<a href="#javascript:x">',
    '<a href="&#xA0;javascript:x()">',
    '<a href="mailto:a@b.c">',
    '<a href="matrix:r/a:b.c">',
    '<img src="data:image/png;base64,AA==">',
    '<img src="https://a.b/x.png">',
    '<svg><image href="data:image/png;base64,AA==">',
    '<svg><animate attributeName="r" values="1;2">',
    '<svg><use href="#a">',
    '<video src="https://a.b/x.mp4">',
    '<details open>',
    '<h2 id="diagram-1">',
  ])('%s', (html) => {
    expect(blocked(html)).toEqual([]);
  });
});
