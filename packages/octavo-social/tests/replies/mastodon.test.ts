import { expect, test } from 'vitest';
import { discussionAt } from 'octavo/internal/content/discussion';
import { mastodonReplies } from '../../src/replies/mastodon.ts';
import { network } from '../network.ts';
import { MASTODON, status } from './answers.ts';

const at = discussionAt('https://social.example/@jane/100')!;

test('replies on Mastodon are in the order of their threads, sanitized', async () => {
  const { world } = await network(MASTODON);
  expect(await mastodonReplies(at, world)).toEqual([
    {
      id: 'mastodon-101',
      author: { name: 'Max', url: 'https://other.example/@max' },
      date: '2026-01-01T10:00:00.000Z',
      html: '<p><a href="https://social.example/@jane" rel="nofollow ugc">@jane</a> First</p>',
      url: 'https://other.example/@max/1',
    },
    expect.objectContaining({ id: 'mastodon-103', parent: 'mastodon-101' }),
    expect.objectContaining({ id: 'mastodon-102' }),
  ]);
});

test.each([
  ['unlisted', { visibility: 'unlisted' }],
  ['for followers', { visibility: 'private' }],
  ['direct', { visibility: 'direct' }],
  ['sensitive', { sensitive: true }],
  ['behind a warning', { spoiler_text: 'Politics' }],
  ['filtered', { filtered: [{ filter: {} }] }],
  ['a picture only', { content: '' }],
  ['a script only', { content: '<script>alert(1)</script>' }],
])('a reply that is %s is left out, with those to it', async (_, own) => {
  const descendants = [status('101', '100', own), status('102', '101')];
  const { world } = await network({
    'social.example/api/v1/statuses/100/context': { body: { descendants } },
  });
  expect((await mastodonReplies(at, world)).map(({ id }) => id)).toEqual([]);
});

test.each([
  [{ status: 404 }, 'https://social.example/api/v1/statuses/100/context: 404 Not Found'],
  [
    { body: { error: 'x' } },
    'https://social.example/api/v1/statuses/100/context: unexpected answer: descendants: Invalid input: expected array, received undefined',
  ],
  [
    { body: '<p>Maintenance</p>' },
    'https://social.example/api/v1/statuses/100/context: unexpected answer: : Invalid input: expected object, received undefined',
  ],
])('the answer %j is an error', async (answer, message) => {
  const { world } = await network({ 'social.example/api/v1/statuses/100/context': answer });
  await expect(mastodonReplies(at, world)).rejects.toThrow(message);
});
