import { expect, test } from 'vitest';
import { receivedWebmentions, webmentionDomain } from '../../src/replies/webmention-io.ts';
import { network } from '../network.ts';
import { webmention, webmentionIo } from './answers.ts';

async function received(...all: object[]) {
  const { world } = await network(webmentionIo(all), { WEBMENTION_IO_TOKEN: 'secret' });
  return receivedWebmentions('example.com', world);
}

test.each([
  ['https://webmention.io/example.com/webmention', 'example.com'],
  ['https://webmention.app/example.com/webmention', undefined],
  [undefined, undefined],
])('the domain of %s is %s', (endpoint, domain) => {
  expect(webmentionDomain(endpoint)).toBe(domain);
});

test('webmentions are read page by page, by target', async () => {
  const all = Array.from({ length: 205 }, (_, index) => webmention(index + 1));
  const other = 'https://example.com/posts/b/';
  const found = await received(...all, webmention(206, { 'wm-target': other }));
  expect([...found].map(([url, { length }]) => [url, length])).toEqual([
    ['https://example.com/posts/a/', 205],
    [other, 1],
  ]);
  expect(found.get(other)).toEqual([
    {
      id: 'webmention-206',
      author: { name: 'Max', url: 'https://max.example/' },
      date: '2026-01-04T10:00:00.000Z',
      html: '<p>Mention 206</p>',
      url: 'https://max.example/206',
    },
  ]);
});

const long = 'word '.repeat(100);

test.each([
  ['a like', { 'wm-property': 'like-of' }, { kind: 'like', html: undefined }],
  ['a repost', { 'wm-property': 'repost-of' }, { kind: 'repost', html: undefined }],
  ['a text', { content: { text: 'a < b\n\nc' } }, { html: '<p>a &#x3C; b</p><p>c</p>' }],
  [
    'a long answer',
    { name: 'Re: A', content: { html: `<p>${'x'.repeat(10_000)}</p>` } },
    { html: '<p>Re: A</p>' },
  ],
  ['a script', { content: { html: '<p>x<script>y()</script></p>' } }, { html: '<p>x</p>' }],
  ['a title', { 'wm-property': 'mention-of', name: 'On A' }, { html: '<p>On A</p>' }],
  [
    'a long page',
    { 'wm-property': 'mention-of', content: { text: long } },
    { html: expect.stringMatching(/^<p>word .{100,150}word…<\/p>$/) as string },
  ],
  ['no name', { author: { name: '', url: '' } }, { author: { name: 'max.example' } }],
  ['no page', { author: { name: 'M', url: 'javascript:x' } }, { author: { name: 'M' } }],
  ['a date', { published: '2026-01-01T00:00:00+01:00' }, { date: '2025-12-31T23:00:00.000Z' }],
])('a webmention with %s is shown as such', async (_, own, expected) => {
  const [found] = [...(await received(webmention(1, own))).values()];
  expect(found).toMatchObject([expected]);
});

test.each([
  [{ 'wm-private': true }],
  [{ 'wm-property': 'rsvp' }],
  [{ url: 'javascript:alert(1)' }],
  [{ published: '+012026-01-01T00:00:00Z' }],
  [{ content: null }],
])('a webmention with %j is left out', async (own) => {
  const [found] = [...(await received(webmention(1, own))).values()];
  expect(found).toEqual([]);
});
