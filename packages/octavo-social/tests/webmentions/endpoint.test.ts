import { expect, test } from 'vitest';
import { endpointOf } from '../../src/webmentions/endpoint.ts';

const url = 'https://a.example/posts/1/?x=1';

/** Returns the endpoint of a page by its header or HTML, relative to the site. */
function found(link: string | null, html = ''): string | undefined {
  return endpointOf({ url, link, html })?.href.replace('https://a.example', '');
}

// The cases of https://webmention.rocks/
test.each([
  ['</webmention>; rel=webmention', '/webmention'],
  ['<webmention>; rel="webmention"', '/posts/1/webmention'],
  ['<https://b.example/m>; rel="webmention"', 'https://b.example/m'],
  ['</m>; rel="webmention somethingelse"', '/m'],
  ['</other>; rel="other", </m>; rel="webmention"', '/m'],
  ['</m?query=yes>; rel=webmention', '/m?query=yes'],
  ['</m>; rel=WebMention', '/m'],
  ['</m>; rel="not-webmention"', undefined],
  ['no link header', undefined],
  [null, undefined],
])('the endpoint of the header %s is %s', (link, endpoint) => {
  expect(found(link)).toBe(endpoint);
});

test.each([
  ['<link rel="webmention" href="/m">', '/m'],
  ['<a href="m" rel="webmention">me</a>', '/posts/1/m'],
  ['<LINK REL="WEBMENTION" HREF="/m">', '/m'],
  ['<link rel="webmention somethingelse" href="/m">', '/m'],
  ['<link rel="webmention" href="">', '/posts/1/?x=1'],
  ['<link rel="webmention"><a rel="webmention" href="/m">', '/m'],
  ['<a rel="webmention" href="/a"></a><link rel="webmention" href="/b">', '/a'],
  ['<!-- <link rel="webmention" href="/m"> -->', undefined],
  ['<code>&lt;a href="/m" rel="webmention"&gt;</code>', undefined],
  ["<script>\"<a href='/m' rel='webmention'>\"</script>", undefined],
  ['<link rel="notwebmention" href="/m">', undefined],
  ['<form rel="webmention" href="/m">', undefined],
])('the endpoint of %s is %s', (html, endpoint) => {
  expect(found(null, html)).toBe(endpoint);
});

test('the header goes before the page', () => {
  expect(found('</a>; rel=webmention', '<link rel="webmention" href="/b">')).toBe('/a');
});
