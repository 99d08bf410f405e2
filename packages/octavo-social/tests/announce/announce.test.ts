import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AUTHOR, context, folder } from '../../../octavo/tests/helpers.ts';
import { post } from '../../../../tests/posts.ts';
import { announce } from '../../src/announce/announce.ts';
import { network, type Answers } from '../network.ts';

const SETTINGS = {
  announce: { mastodon: 'https://social.example', bluesky: 'https://pds.example' },
};
const TOKENS = {
  MASTODON_TOKEN: 'token',
  BLUESKY_IDENTIFIER: 'jane.example',
  BLUESKY_APP_PASSWORD: 'password',
};
const NOW = { now: '2026-01-03T12:00:00Z' };
const TOOT = 'https://social.example/@jane/1';
const SKEET = 'https://bsky.app/profile/jane.example/post/3abc';
const ANSWERS: Answers = {
  'example.com/posts/a/': { body: '' },
  'social.example/api/v1/statuses': { body: { id: '1', url: TOOT } },
  'pds.example/xrpc/com.atproto.server.createSession': {
    body: { did: 'did:plc:jane', handle: 'jane.example', accessJwt: 'jwt', refreshJwt: 'x' },
  },
  'pds.example/xrpc/com.atproto.repo.createRecord': {
    body: { uri: 'at://did:plc:jane/app.bsky.feed.post/3abc', cid: 'x' },
  },
};

/** Announces a post with this front matter; returns its file then, and the requests. */
async function announced(
  frontMatter: object,
  { answers = ANSWERS, env = TOKENS, settings = SETTINGS, options = {} } = {},
) {
  const path = 'src/content/posts/a.md';
  const source = post({ date: '2026-01-03', ...frontMatter });
  const root = folder({ ...AUTHOR, [path]: source });
  const { world, asked, printed, warned } = await network(answers, env);
  await announce(context(root, settings, NOW), options, world);
  const sent = asked.filter(({ method }) => method === 'POST');
  const now = readFileSync(join(root, path), 'utf8');
  const discussion = /^discussion:[^]*?(?=^---)/m.exec(now)?.[0].trimEnd();
  return { discussion, isSame: now === source, sent, printed, warned };
}

describe('octavo announce', () => {
  test('posts a new article to each network and writes the URLs', async () => {
    const { discussion, sent, printed, warned } = await announced({ description: 'On *it*.' });
    expect({ discussion, printed, warned }).toEqual({
      discussion: `discussion:\n  - ${TOOT}\n  - ${SKEET}`,
      printed: [`src/content/posts/a.md: ${TOOT}, ${SKEET}`],
      warned: [],
    });
    const [toot, session, skeet] = sent;
    expect(toot).toMatchObject({
      headers: {
        authorization: 'Bearer token',
        'idempotency-key': 'https://example.com/posts/a/',
      },
      body: {
        status: 'A post\n\nOn *it*.\n\nhttps://example.com/posts/a/',
        visibility: 'public',
        language: 'en',
      },
    });
    expect(session!.body).toEqual({ identifier: 'jane.example', password: 'password' });
    expect(skeet).toMatchObject({
      headers: { authorization: 'Bearer jwt' },
      body: {
        repo: 'did:plc:jane',
        collection: 'app.bsky.feed.post',
        record: {
          $type: 'app.bsky.feed.post',
          text: 'A post',
          createdAt: '2026-01-03T12:00:00.000Z',
          langs: ['en'],
          embed: {
            external: {
              uri: 'https://example.com/posts/a/',
              title: 'A post',
              description: 'On *it*.',
            },
          },
        },
      },
    });
  });

  test.each([
    ['a draft', { draft: true }],
    ['unlisted', { unlisted: true }],
    ['scheduled', { date: '2026-01-04' }],
    ['old', { date: '2025-12-30' }],
    ['announced', { discussion: TOOT }],
  ])('leaves alone a post that is %s', async (_, frontMatter) => {
    expect(await announced(frontMatter)).toMatchObject({ sent: [], isSame: true, warned: [] });
  });

  test('announces nothing that is not online', async () => {
    const answers = { ...ANSWERS, 'example.com/posts/a/': { status: 404 } };
    expect(await announced({}, { answers })).toMatchObject({
      sent: [],
      isSame: true,
      warned: ['warning: https://example.com/posts/a/: 404 Not Found; not announced'],
    });
  });

  test('writes the URLs of those that succeed', async () => {
    const answers = { ...ANSWERS, 'social.example/api/v1/statuses': { status: 422 } };
    const { discussion, warned } = await announced({}, { answers });
    expect(discussion).toBe(`discussion: ${SKEET}`);
    expect(warned).toEqual([
      'warning: https://example.com/posts/a/: not announced: https://social.example/api/v1/statuses: 422 Unprocessable Entity',
    ]);
  });

  test('prints the texts only, with --dry-run', async () => {
    const { sent, isSame, printed } = await announced(
      {},
      { options: { dryRun: true }, env: {} as typeof TOKENS },
    );
    expect({ sent, isSame }).toEqual({ sent: [], isSame: true });
    expect(printed).toEqual([
      'src/content/posts/a.md\n\nA post\n\nhttps://example.com/posts/a/\n\nA post',
    ]);
  });

  test('names the tokens that are missing', async () => {
    await expect(announced({}, { env: {} as typeof TOKENS })).rejects.toThrow(
      'not set in the environment: MASTODON_TOKEN, BLUESKY_IDENTIFIER, BLUESKY_APP_PASSWORD',
    );
  });

  test('does nothing without its setting', async () => {
    const settings = {} as typeof SETTINGS;
    expect(await announced({}, { settings })).toMatchObject({
      printed: ['Nothing to announce: announce is not set in src/site.config.ts.'],
      sent: [],
    });
  });
});
