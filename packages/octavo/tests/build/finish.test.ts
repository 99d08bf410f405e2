import { hash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fileOf, finish, isNoFile, namesIn, type Build } from '../../src/build/finish.ts';
import { finishPage } from '../../src/policy/finish-page.ts';
import { settings } from '../helpers.ts';

const BUILD: Build = {
  version: '',
  base: '/',
  trailingSlash: 'ignore',
  image: {} as Build['image'],
  assets: '_astro',
  isPreview: false,
  settings: settings(),
  bundle: undefined,
  folder: '',
  outDir: '',
  publicDir: '',
};

const PAGE = { type: 'page', component: 'src/pages/a.astro' } as const;
const ENDPOINT = { type: 'endpoint', component: 'src/pages/a.ts' } as const;

const page = (head: string, body = '') =>
  `<!doctype html><head><meta charset="utf-8">${head}</head><body>${body}`;

/** Returns a page as it is written. */
async function finished(html: string, build = BUILD, file = 'index.html'): Promise<unknown> {
  return (await finish(new Response(html), file, PAGE, build)).body;
}

describe('a page', () => {
  test('gets a policy that allows its styles', async () => {
    const style = 'p{color:red}';
    const sha256 = hash('sha256', style, 'base64');
    expect(await finished(page(`<style>${style}</style>`))).toContain(
      `style-src 'sha256-${sha256}';`,
    );
  });

  test.each([
    [
      'neighbours',
      '<style>a{}</style><style>b{}</style><style>c{}</style>',
      '<style>a{}b{}c{}</style>',
    ],
    ['with attributes', '<style>a{}</style><style media="print">b{}</style>', undefined],
    ['apart', '<style>a{}</style>\n<style>b{}</style>', undefined],
  ])('joins styles that need one hash: %s', async (_, styles, joined = styles) => {
    expect(await finished(page(styles))).toBe(finishPage(page(joined)).html);
    expect(await finished(page(styles))).toContain(joined);
  });

  test.each([
    page('<title>T</title>'),
    page('<meta name="robots" content="noindex"><title>T</title>'),
  ])('says noindex in a preview, once: %s', async (html) => {
    const noindex = page('<meta name="robots" content="noindex"><title>T</title>');
    expect(await finished(html, { ...BUILD, isPreview: true })).toBe(finishPage(noindex).html);
  });

  test.each([
    ['no head', '<p>a</p>'],
    ['no encoding', page('').replace(/<meta[^>]*>/, '')],
    ['an encoding in its body', '<body><meta charset="utf-8">'],
    ['another encoding', page('').replace('utf-8', 'latin1')],
    ['an encoding in a noscript', page('').replace(/<meta[^>]*>/, '<noscript>$&</noscript>')],
  ])('with %s has no policy', async (_, html) => {
    const { body, blocked } = await finish(new Response(html), 'index.html', PAGE, BUILD);
    expect([body, blocked]).toEqual([html, undefined]);
  });

  test.each(['<meta charset=utf-8>', "<META CHARSET='UTF-8' />", '<meta\n charset = "Utf-8">'])(
    'gets its policy behind %s',
    async (charset) => {
      const html = page('<title>T</title>').replace(/<meta[^>]*>/, charset);
      const [before, after] = ((await finished(html)) as string).split(/<meta http-equiv[^>]*>/);
      expect([before, after]).toEqual([`<!doctype html><head>${charset}`, html.split(charset)[1]]);
    },
  );

  test('has no < in attributes', async () => {
    const body = `<p title="<style> &lt; <a>" data-a='<' lang=<i>1 < 2</p><!-- <p title="<"> -->`;
    const escaped = `<p title="&lt;style> &lt; &lt;a>" data-a='&lt;' lang=&lt;i>1 < 2</p><!-- <p title="<"> -->`;
    expect(await finished(page('<script>"<p title=\'<\'>"</script>', body))).toContain(
      `<script>"<p title='<'>"</script></head><body>${escaped}`,
    );
  });
});

test('another file stays as it is', async () => {
  const html = page('<style>ul{}</style>');
  expect((await finish(new Response(html), 'rss.xml', ENDPOINT, BUILD)).body).toBe(html);
});

test.each([PAGE, ENDPOINT])('the assets that a $type names are told', async (route) => {
  const text = page('', '<img src="/_astro/a.png" srcset="/_astro/a.png 1w, /_astro/b.png 2w">');
  expect((await finish(new Response(text), 'a', route, BUILD)).assets).toEqual([
    '_astro/a.png',
    '_astro/b.png',
  ]);
});

test.each(['/_astro/', '/_astro/../secret', '/_astro/a/b'])('%s is no asset', async (text) => {
  expect((await finish(new Response(text), 'a.md', ENDPOINT, BUILD)).assets).toEqual([]);
});

test('what is no text is handed on, byte for byte', async () => {
  const bytes = new Uint8Array([0xff, 0xfe, 0x80]);
  const headers = { 'content-type': 'application/pdf' };
  const { body } = await finish(new Response(bytes, { headers }), 'a.pdf', ENDPOINT, BUILD);
  expect(body).toEqual(bytes);
});

test.each([
  ['a page', new Response('a'), false],
  ['what is not found', new Response('a', { status: 404 }), false],
  ['what sends on', new Response('a', { status: 301 }), true],
  ['nothing', new Response(null), true],
])('%s is no file: %s', (_, response, expected) => {
  expect(isNoFile(response)).toBe(expected);
});

test('a picture is handed on', async () => {
  const headers = { 'content-type': 'image/png' };
  const { body } = await finish(new Response('png', { headers }), 'card.png', ENDPOINT, BUILD);
  expect(Buffer.from(body).toString()).toBe('png');
});

test.each([
  ['/', 'page', 'index.html'],
  ['/posts/a/', 'page', 'posts/a/index.html'],
  ['/posts/a.html', 'page', 'posts/a.html/index.html'],
  ['/404', 'page', '404.html'],
  ['/404/', 'page', '404.html'],
  ['/about/404', 'page', 'about/404/index.html'],
  ['/posts/a.md', 'endpoint', 'posts/a.md'],
] as const)('the file of %s, a %s, is %s', (path, type, file) => {
  expect(fileOf(path, type, BUILD)).toBe(file);
});

test('where posts are files, that of a path that ends in .html is itself', () => {
  const site = settings({ permalink: '/posts/:slug.html' });
  const file = fileOf('/posts/a.html/', 'page', { settings: site });
  expect(file).toBe('posts/a.html');
});

test.each([
  ['an attribute', '<img src="/_astro/a.png" alt="">', ['a.png']],
  ['a set', '<source srcset="/b/_astro/a.webp 1w, /b/_astro/c.webp 2w">', ['a.webp', 'c.webp']],
  ['a style', 'url(/_astro/a.png)', ['a.png']],
  ['a whole address', 'https://example.com/_astro/a.png#b', ['a.png']],
  ['an encoded address', '"/_astro/a%20b.png"', ['a%20b.png', 'a b.png']],
  ['a percent sign that stands for nothing', '"/_astro/a%.png"', ['a%.png']],
  ['nothing', '<p>_astro</p>', []],
])('a page names files in %s', (_, page, names) => {
  expect([...new Set(namesIn(page, '_astro'))]).toEqual(names);
});
