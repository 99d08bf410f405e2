import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { finishPage } from '../../src/policy/finish-page.ts';
import { attribute, elements } from '../../../../tests/html.ts';
import { render } from '../helpers.ts';

const page = (rest: string) => `<!doctype html><head><meta charset="utf-8">${rest}</head>`;

/** Returns the directives of a page's policy, with their sources. */
function directives(html: string): Map<string, string[]> {
  const policies = elements(finishPage(html).html, 'meta').filter(
    (meta) => attribute(meta, 'httpEquiv') === 'content-security-policy',
  );
  expect(policies).toHaveLength(1);
  const parts = attribute(policies[0]!, 'content')!.split(';');
  return new Map(parts.map((part) => [part.split(' ')[0]!, part.split(' ').slice(1)]));
}

/** The source that allows a text: https://www.w3.org/TR/CSP3/#match-element-to-source-list. */
const hash = (text: string) =>
  `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

describe('the policy of a page', () => {
  test('is the strictest that a page without scripts and styles works under', () => {
    expect(Object.fromEntries(directives(page('')))).toEqual({
      'default-src': [`'none'`],
      'script-src': [`'none'`],
      'style-src': [`'none'`],
      'img-src': [`'self'`, 'data:', 'https:'],
      'connect-src': [`'self'`],
      'manifest-src': [`'self'`],
      'base-uri': [`'none'`],
      'form-action': [`'self'`],
    });
  });

  test.each(['<video src="a.mp4"></video>', '<audio src="a.mp3"></audio>'])(
    'allows media on a page with them: %s',
    (media) => {
      expect(directives(page('')).has('media-src')).toBe(false);
      expect(directives(`${page('')}${media}`).get('media-src')).toEqual([`'self'`, 'https:']);
    },
  );

  test('allows fonts of its site where there are some, and nothing more by that', () => {
    const html = finishPage(page(''), { hasFonts: true }).html;
    expect(html.replace("font-src 'self';", '')).toBe(finishPage(page('')).html);
    expect(html).toContain(";font-src 'self';");
  });

  test.each([
    ['script-src https://a.example', 'script-src', ['https://a.example']],
    ['style-src https://a.example', 'style-src', ['https://a.example']],
    ['connect-src https://a.example', 'connect-src', [`'self'`, 'https://a.example']],
    ['form-action https://a.example/x', 'form-action', [`'self'`, 'https://a.example/x']],
    ['frame-src https://a.example', 'frame-src', ['https://a.example']],
    ['media-src https://a.example', 'media-src', ['https://a.example']],
    ['img-src https://a.example', 'img-src', [`'self'`, 'data:', 'https:']],
    [
      'font-src https://a.example https://b.example',
      'font-src',
      ['https://a.example', 'https://b.example'],
    ],
    ['frame-src https://a.example;frame-src https://a.example', 'frame-src', ['https://a.example']],
  ])('adds the hosts that the page declares: %s', (declaration, directive, sources) => {
    const html = `${page('')}<p>a<meta name="octavo:policy" content="${declaration}">b`;
    expect(directives(html).get(directive)).toEqual(sources);
    expect(finishPage(html).html).toContain('<p>ab');
    // So do the settings.
    expect(finishPage(page(''), { declaration }).html).toBe(
      finishPage(html).html.replace('<p>ab', ''),
    );
  });

  test.each([
    'script-src *',
    `script-src 'unsafe-inline'`,
    'default-src https://a.example',
    'script-src http://a.example',
    '',
  ])('adds nothing but hosts: %s', (declaration) => {
    expect(finishPage(page(''), { declaration }).html).toBe(finishPage(page('')).html);
  });

  test('allows its own scripts and styles by their hashes', () => {
    const found = directives(page('<script>a()</script><style>body{top:0}</style>'));
    expect(found.get('script-src')).toEqual([hash('a()')]);
    expect(found.get('style-src')).toEqual([hash('body{top:0}')]);
  });

  test.each([
    ['white space, which counts', '<script>\n a()\n</script>', '\n a()\n'],
    ['letters of any script', '<script>"größe 日本"</script>', '"größe 日本"'],
    ['nothing', '<script></script>', ''],
    ['a module', '<script type="module">a()</script>', 'a()'],
    ['attributes', '<script async data-src="x" id=a>a()</script>', 'a()'],
    ['names in capitals', '<SCRIPT>a()</SCRIPT>', 'a()'],
    ['what looks like a tag', '<script>"<b>"</script>', '"<b>"'],
    ['what looks like a replacement', '<script>"$&$1"</script>', '"$&$1"'],
    ['line ends of any kind', '<script>a()\r\nb()\r</script>', 'a()\nb()\n'],
    ['a tag in an attribute before it', '<a title="<script>"></a><script>a()</script>', 'a()'],
    ['a space in its closing tag', '<script>a()</script\n>', 'a()'],
    ['rules for the browser to fetch', '<script type="speculationrules">{}</script>', '{}'],
  ])('knows a script with %s', (_, script, text) => {
    expect(directives(page(script)).get('script-src')).toEqual([hash(text)]);
  });

  test.each([
    ['<script type="module" src="/_astro/page.js"></script>', [`'self'`]],
    ['<script src="../_astro/page.js"></script>', [`'self'`]],
    ['<script async src=/x.js></script>', [`'self'`]],
    ['<script\n  src="/x.js"></script>', [`'self'`]],
    ['<script src="//example.com/a.js"></script>', [`'none'`]],
    ['<script src="https://example.com/a.js"></script>', [`'none'`]],
    ['<script src="data:text/javascript,a()"></script>', [`'none'`]],
  ])('allows files of the site, without a hash, where one is a script: %s', (script, sources) => {
    const html = page(script);
    expect(directives(html).get('script-src')).toEqual(sources);
  });

  test('knows the hash that the specification shows', () => {
    // https://www.w3.org/TR/CSP2/#script-src-hash-usage
    expect(directives(page(`<script>alert('Hello, world.');</script>`)).get('script-src')).toEqual([
      `'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='`,
    ]);
  });

  test('has each hash once, in the order of the page', () => {
    const found = directives(page('<script>b</script><script>a</script><script>b</script>'));
    expect(found.get('script-src')).toEqual([hash('b'), hash('a')]);
  });

  test.each([
    ['data about the page', '<script type="application/ld+json">{"a":1}</script>'],
    ['a script in an attribute', `<iframe srcdoc="<script>a()</script>"></iframe>`],
    ['a script in a title', '<title><script>a()</script></title>'],
    ['a script in a textarea', '<textarea><script>a()</script></textarea>'],
    ['a script in a comment', '<!-- <script>a()</script> -->'],
    ['a script in a style', '<style>/*<script>a()</script>*/</style>'],
    ['other data', '<script id="data" type="application/json">{}</script>'],
  ])('has no hash for %s', (_, script) => {
    expect(directives(page(script)).get('script-src')).toEqual([`'none'`]);
  });

  test('allows nothing where the page holds nothing', () => {
    const found = directives(page(''));
    expect(found.get('default-src')).toEqual([`'none'`]);
    expect(found.get('script-src')).toEqual([`'none'`]);
    expect(found.get('style-src')).toEqual([`'none'`]);
  });

  test('is strict', () => {
    const found = finishPage(page('<script>a()</script><style>b{}</style>')).html;
    expect(found).not.toMatch(/unsafe-|\*/);
    expect(directives(page('')).get('base-uri')).toEqual([`'none'`]);
  });

  test('stands right behind the encoding, before all that it is about', () => {
    const html = finishPage(page('<script>a()</script>')).html;
    expect(html).toMatch(
      /^<!doctype html><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="[^"]+"><script>a\(\)<\/script><\/head>$/,
    );
  });

  test('changes nothing else in the page', () => {
    const html = page('<script>"$&"</script><p>$1 and $`</p>');
    expect(finishPage(html).html.replace(/<meta http-equiv[^>]*>/, '')).toBe(html);
  });

  // policy is made of the whole page, and so allows the author's own by their hashes.
  test.each([
    ['script', '<script>x()</script>', 'script-src', 'x()'],
    ['style', '<style>p { color: red }</style>', 'style-src', 'p { color: red }'],
  ])('does to a %s in Markdown what its author was told', async (_, markdown, directive, text) => {
    const { html, diagnostics } = await render(markdown);
    expect(diagnostics).toHaveLength(1);
    expect(directives(page(html)).get(directive)).not.toContain(hash(text));
  });
});
