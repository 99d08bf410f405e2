import { describe, expect, test } from 'vitest';
import { finishPage } from '../../src/policy/finish-page.ts';
import { policyErrors } from '../../src/policy/policy-errors.ts';
import { folder } from '../helpers.ts';

const page = (body: string, head = '') =>
  `<!doctype html><head><meta charset="utf-8">${head}</head><body>${body}`;

const url = 'https://example.com/blog/a/index.html';

/** Returns the messages about what the policy of a page blocks. */
function blocked(html: string, options: Parameters<typeof finishPage>[1] = {}): string[] {
  return finishPage(html, { url, ...options }).blocked!.map(({ message }) => message);
}

const host = (element: string, kind: string, address: string) =>
  `${element}: the security policy blocks ${address}; add <Policy ${kind}="${new URL(address).origin}" /> beside it, or the setting policy`;

describe('the policy of a page blocks', () => {
  test.each([
    [
      '<script src="https://a.example/x.js"></script>',
      host('<script>', 'script', 'https://a.example/x.js'),
    ],
    [
      '<script src="//a.example/x.js" async></script>',
      host('<script>', 'script', 'https://a.example/x.js'),
    ],
    [
      '<link rel="modulepreload" href="https://a.example/x.js">',
      host('<link>', 'script', 'https://a.example/x.js'),
    ],
    [
      '<link rel="preload" as="script" href="https://a.example/x.js">',
      host('<link>', 'script', 'https://a.example/x.js'),
    ],
    [
      '<astro-island component-url="https://a.example/x.js"></astro-island>',
      host('<astro-island>', 'script', 'https://a.example/x.js'),
    ],
    [
      '<link rel="Stylesheet" href="https://a.example/x.css">',
      host('<link>', 'style', 'https://a.example/x.css'),
    ],
    [
      '<link rel="preload" as="font" crossorigin href="https://a.example/x.woff2">',
      host('<link>', 'font', 'https://a.example/x.woff2'),
    ],
    [
      '<style>@font-face{font-family:a;src:url(https://a.example/x.woff2)}</style>',
      host('@font-face', 'font', 'https://a.example/x.woff2'),
    ],
    [
      '<style>@font-face{font-family:a;src:url(./x.woff2)}</style>',
      '@font-face: the security policy blocks ./x.woff2; name its file in the setting fonts',
    ],
    [
      '<style>@import "https://a.example/x.css";</style>',
      host('@import', 'style', 'https://a.example/x.css'),
    ],
    [
      '<iframe src="https://a.example/x?y=1"></iframe>',
      host('<iframe>', 'frame', 'https://a.example/x?y=1'),
    ],
    ['<form action="https://a.example/x"></form>', host('<form>', 'form', 'https://a.example/x')],
    [
      '<button formaction="https://a.example/x">a</button>',
      host('<button>', 'form', 'https://a.example/x'),
    ],
    [
      '<img src="http://a.example/x.png">',
      '<img>: the security policy blocks http://a.example/x.png; use https:',
    ],
    [
      '<img srcset="/x.png 1x, http://a.example/x.png 2x">',
      '<img>: the security policy blocks http://a.example/x.png; use https:',
    ],
    [
      '<img srcset="/x.png 1x,http://a.example/x.png 2x">',
      '<img>: the security policy blocks http://a.example/x.png; use https:',
    ],
    [
      '<style>p{background:url(http://a.example/x.png)}</style>',
      'url(): the security policy blocks http://a.example/x.png; use https:',
    ],
    [
      '<video src="http://a.example/x.mp4"></video>',
      '<video>: the security policy blocks http://a.example/x.mp4; use https:',
    ],
    [
      '<script src="http://a.example/x.js"></script>',
      '<script>: the security policy blocks http://a.example/x.js; use https:',
    ],
    [
      '<script src="data:text/javascript,a()"></script>',
      '<script>: the security policy blocks data: URLs; use a file of the site',
    ],
    [
      '<object data="/x.svg"></object>',
      '<object>: the security policy blocks /x.svg; use an <iframe>',
    ],
    [
      '<embed src="https://a.example/x">',
      '<embed>: the security policy blocks https://a.example/x; use an <iframe>',
    ],
    ['<base href="/x/">', '<base>: the security policy blocks /x/; write whole URLs'],
    [
      '<style>@font-face{font-family:a;src:url(/x.woff2)}</style>',
      '@font-face: the security policy blocks /x.woff2; name its file in the setting fonts',
    ],
    [
      '<p style="top:0">a</p>',
      'style of <p>: the security policy blocks style attributes; use a class and a <style>',
    ],
    [
      '<p onclick="x()">a</p>',
      'onclick of <p>: the security policy blocks handlers in attributes; add it by addEventListener in a <script>',
    ],
    [
      '<a href="javascript:x()">a</a>',
      'href of <a>: the security policy blocks javascript: URLs; use a <button> and a <script>',
    ],
    [
      '<noscript><img src="http://a.example/x.png"></noscript>',
      '<img>: the security policy blocks http://a.example/x.png; use https:',
    ],
    [
      '<meta name="octavo:policy" content="frame-src *">',
      'policy: frame-src * is not a host; name its URL, like https://example.com',
    ],
  ])('%s', (html, message) => {
    expect(blocked(page(html))).toEqual([message]);
  });

  test('nothing that is its own, or any may load', () => {
    const own = `<script src="/x.js"></script><script src="https://example.com/y.js"></script><script>a()</script>
      <link rel="modulepreload" href="../x.js"><link rel="stylesheet" href="/x.css"><link rel="icon" href="/x.svg">
      <link rel="manifest" href="/m.json"><link rel="canonical" href="https://a.example/"><link rel="me" href="http://a.example">
      <astro-island component-url="/_astro/x.js" renderer-url="/_astro/y.js" style=""></astro-island>
      <img src="https://a.example/x.png" srcset="/a.png 1x, https://a.example/b.png 2x"><img src="data:image/png,a"><img src="">
      <iframe src="/demo/"></iframe><iframe src="about:blank"></iframe><form action="/search/"></form>
      <video poster="/x.png"><source src="https://a.example/x.mp4"></video><x-y once onclick="a">a</x-y>
      <style>@namespace svg url(http://www.w3.org/2000/svg);p{background:url(data:image/png,a)}</style>
      <script type="application/ld+json">{}</script><a href="mailto:a@b.example">a</a>
      <meta property="og:title" content="JavaScript: a"><img src="/x.png" alt="javascript: a" title="JavaScript: a">`;
    expect(blocked(page(own))).toEqual([]);
    const policy = finishPage(page(own), { url }).html;
    for (const directive of ['script-src', 'style-src', 'frame-src'])
      expect(policy).toContain(`${directive} 'self'`);
  });

  test.each([
    ['frame-src https://a.example', []],
    ['frame-src https://a.example/', []],
    ['frame-src https://a.example/x/', []],
    ['frame-src https://a.example/x/y', []],
    ['frame-src https://a.example/x', ['https://a.example/x/y']],
    ['frame-src https://a.example:444', ['https://a.example/x/y']],
    ['frame-src https://b.example', ['https://a.example/x/y']],
    ['script-src https://a.example', ['https://a.example/x/y']],
  ])('nothing from a host that is declared: %s', (declaration, addresses) => {
    const html = page('<iframe src="https://a.example/x/y"></iframe>');
    const messages = addresses.map((address) => host('<iframe>', 'frame', address));
    expect(blocked(html, { declaration })).toEqual(messages);
  });

  test('no font of the setting fonts', () => {
    const font = '<link rel="preload" as="font" href="/x.woff2" crossorigin>';
    expect(blocked(page('', font))).toHaveLength(1);
    expect(blocked(page('', font), { hasFonts: true })).toEqual([]);
  });
});

describe('an error about what is blocked', () => {
  const settings = { checks: {} };
  const made = (html: string, file = 'a/index.html') => ({
    component: 'node_modules/octavo/src/routes/post.astro',
    page: file,
    blocked: finishPage(page(html), { url }).blocked!,
  });

  test.each([
    [
      'a URL',
      '<iframe src="https://a.example/x?a=1&amp;b=2"></iframe>',
      'src/slots/footer.astro:2:14',
    ],
    [
      'a URL with code in it',
      '<script src="https://b.example/12.js"></script>',
      'src/components/B.jsx:1:18',
    ],
    ['a style', '<p style="top: 0">a</p>', 'src/slots/footer.astro:3:10'],
    ['a variable of Astro', '<p style="--a: 1">a</p>', 'src/slots/footer.astro:4:8'],
    ['a style as an object', '<p style="left:0">a</p>', 'src/components/B.jsx:2:4'],
    [
      'a declaration',
      '<meta name="octavo:policy" content="frame-src *.c.example">',
      'src/content/posts/a.mdx:1:16',
    ],
    [
      'a declaration of all hosts',
      '<meta name="octavo:policy" content="frame-src *">',
      'src/slots/header.astro:1:15',
    ],
    [
      'a declaration that no source has',
      '<meta name="octavo:policy" content="frame-src +">',
      'node_modules/octavo/src/routes/post.astro:1:1',
    ],
    [
      'the package of a font',
      '<style>@font-face{src:url(/_astro/inter.1.woff2)}</style>',
      'src/styles/theme.css:1:10',
    ],
  ])('is where the source has it: %s', (_, html, place) => {
    const root = folder({
      'src/slots/footer.astro': `
<iframe src="https://a.example/x?a=1&amp;b=2" />
<p style="top: 0">a</p>
<style define:vars={{ a: 1 }}></style>`,
      'src/slots/header.astro': '<Policy frame="*" />',
      'src/styles/theme.css': "@import '@fontsource/inter';\n@font-face { src: local(a) }",
      'src/components/A.jsx': '/* + */',
      'src/components/B.jsx':
        'const address = `https://b.example/${n}.js`;\n<p style={{ left: 0 }}>a</p>;',
      'src/content/posts/a.mdx': '<Policy frame="*.c.example" />',
    });
    const [error] = policyErrors([made(html)], { root, settings });
    expect(`${error!.file}:${error!.line}:${error!.column}`).toBe(place);
    expect(error!.severity).toBe('error');
  });

  test('is at the route of the first page, once, where no source has it', () => {
    const root = folder();
    const pages = ['a', 'b'].map((name) => made('<p style="top:0">a</p>', `${name}/index.html`));
    const errors = policyErrors(pages, { root, settings });
    expect(errors.map(({ file, message }) => [file, message])).toEqual([
      [
        'node_modules/octavo/src/routes/post.astro',
        'style of <p>: the security policy blocks style attributes; use a class and a <style> (a/index.html)',
      ],
    ]);
  });

  test('is in the file of the page rather than in another one', () => {
    const html = '<p style="top:0">a</p>';
    const root = folder({ 'src/a.astro': html, 'src/pages/b.astro': html });
    const [error] = policyErrors([{ ...made(html), component: 'src/pages/b.astro' }], {
      root,
      settings,
    });
    expect(error!.file).toBe('src/pages/b.astro');
  });

  test('is none for a picture by http: in Markdown, of which a check warns', () => {
    const root = folder({ 'src/content/posts/a.md': '![a](http://a.example/x.png)' });
    const html = ['x', 'y'].map((name) => `<img src="http://a.example/${name}.png">`).join('');
    expect(policyErrors([made(html)], { root, settings }).map(({ message }) => message)).toEqual([
      '<img>: the security policy blocks http://a.example/y.png; use https: (a/index.html)',
    ]);
  });

  test.each([
    ['warn', ['warning']],
    ['off', []],
  ] as const)('is as severe as the settings say: %s', (policy, severities) => {
    const errors = policyErrors([made('<p style="a">a</p>')], {
      root: folder(),
      settings: { checks: { policy } },
    });
    expect(errors.map(({ severity }) => severity)).toEqual(severities);
  });
});
