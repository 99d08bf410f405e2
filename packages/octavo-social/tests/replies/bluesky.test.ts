import { expect, test } from 'vitest';
import { discussionAt } from 'octavo/internal/content/discussion';
import { blueskyReplies } from '../../src/replies/bluesky.ts';
import { network } from '../network.ts';
import { bluesky, threadPost } from './answers.ts';

const at = discussionAt('https://bsky.app/profile/jane.example/post/3abc')!;

async function repliesOf(replies: object[], more?: object) {
  const { world } = await network(bluesky(replies, more));
  return blueskyReplies(at, world);
}

/** Returns the HTML of a text with facets. */
async function htmlOf(text: string, facets: object[] = []) {
  const record = { text, facets, createdAt: '2026-01-02T10:00:00Z' };
  return (await repliesOf([threadPost('3d', [], { record })]))[0]?.html;
}

test('replies on Bluesky are in the order of their threads', async () => {
  expect(await repliesOf([threadPost('3d', [threadPost('3f')]), threadPost('3e')])).toEqual([
    {
      id: 'bluesky-3d',
      author: { name: 'Max', url: 'https://bsky.app/profile/max.example' },
      date: '2026-01-02T10:00:00.000Z',
      html: '<p>Reply 3d</p>',
      url: 'https://bsky.app/profile/max.example/post/3d',
    },
    expect.objectContaining({ id: 'bluesky-3f', parent: 'bluesky-3d' }),
    expect.objectContaining({ id: 'bluesky-3e' }),
  ]);
});

test('a DID needs no handle', async () => {
  const { world, asked } = await network(bluesky([threadPost('3d')]));
  const url = 'https://bsky.app/profile/did:plc:jane/post/3abc';
  expect(await blueskyReplies(discussionAt(url)!, world)).toHaveLength(1);
  expect(asked).toHaveLength(1);
});

const author = { handle: 'max.example', labels: [{ val: '!no-unauthenticated' }] };

test.each([
  ['blocked', { $type: 'app.bsky.feed.defs#blockedPost', uri: 'at://x', blocked: true }],
  ['deleted', { $type: 'app.bsky.feed.defs#notFoundPost', uri: 'at://x', notFound: true }],
  ['labeled', threadPost('3d', [threadPost('3f')], { labels: [{ val: '!hide' }] })],
  ['a warning', threadPost('3d', [], { labels: [{ val: 'graphic-media' }] })],
  ['of an account for those who are signed in', threadPost('3d', [], { author })],
  ['without text', threadPost('3d', [], { record: { text: '', createdAt: '' } })],
])('a reply that is %s is left out, with those to it', async (_, node) => {
  expect((await repliesOf([node, threadPost('3e')])).map(({ id }) => id)).toEqual(['bluesky-3e']);
});

test('a label that was taken back is none', async () => {
  const labels = [{ val: '!hide', neg: true }];
  expect(await repliesOf([threadPost('3d', [], { labels })])).toHaveLength(1);
});

test('a reply that the author of the post hides is left out', async () => {
  const hiddenReplies = ['at://did:plc:max/app.bsky.feed.post/3d'];
  const replies = [threadPost('3d', [threadPost('3f')]), threadPost('3e')];
  const found = await repliesOf(replies, { threadgate: { record: { hiddenReplies } } });
  expect(found.map(({ id }) => id)).toEqual(['bluesky-3e']);
});

test.each([
  ['a date in the future', '2036-01-01T00:00:00Z', '2026-01-02T10:00:01.000Z'],
  ['an invalid date', '1x', '2026-01-02T10:00:01.000Z'],
  ['its date', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00.000Z'],
])('a reply with %s has a date at which it was there', async (_, createdAt, date) => {
  const record = { text: 'x', createdAt };
  expect(await repliesOf([threadPost('3d', [], { record })])).toMatchObject([{ date }]);
});

test('text is escaped, with its links by bytes', async () => {
  const text = 'Größe <b>: docs & @max\n#tag\n\nEnd';
  const facet = (part: string, feature: object) => {
    const byteStart = Buffer.byteLength(text.slice(0, text.indexOf(part)));
    const index = { byteStart, byteEnd: byteStart + Buffer.byteLength(part) };
    return { index, features: [feature] };
  };
  const facets = [
    facet('#tag', { $type: 'app.bsky.richtext.facet#tag', tag: 'tag' }),
    facet('docs', { $type: 'app.bsky.richtext.facet#link', uri: 'https://a.example/?b&c"' }),
    facet('@max', { $type: 'app.bsky.richtext.facet#mention', did: 'did:plc:max' }),
  ];
  expect(await htmlOf(text, facets)).toBe(
    '<p>Größe &#x3C;b>: <a href="https://a.example/?b&#x26;c%22" rel="nofollow ugc">docs</a> &#x26; '
      .replace('%22', '&#x22;')
      .concat('<a href="https://bsky.app/profile/did:plc:max" rel="nofollow ugc">@max</a><br>')
      .concat('<a href="https://bsky.app/hashtag/tag" rel="nofollow ugc">#tag</a></p><p>End</p>'),
  );
});

test('of links that overlap the first one is there', async () => {
  const facets = [
    { index: { byteStart: 0, byteEnd: 3 }, features: [{ uri: 'https://a.example/' }] },
    { index: { byteStart: 1, byteEnd: 4 }, features: [{ uri: 'https://b.example/' }] },
  ];
  expect(await htmlOf('abcd', facets)).toBe(
    '<p><a href="https://a.example/" rel="nofollow ugc">abc</a>d</p>',
  );
});

test('a link to a script is text', async () => {
  const index = { byteStart: 0, byteEnd: 1 };
  const features = [{ $type: 'app.bsky.richtext.facet#link', uri: 'javascript:alert(1)' }];
  expect(await htmlOf('x y', [{ index, features }])).toBe('<p>x y</p>');
});

test('an account that does not exist is an error', async () => {
  const { world } = await network(bluesky([]));
  const unknown = discussionAt('https://bsky.app/profile/nobody.example/post/3abc')!;
  await expect(blueskyReplies(unknown, world)).rejects.toThrow(
    'https://public.api.bsky.app/xrpc/com.atproto.identity.resolveHandle: 400 Bad Request',
  );
});
