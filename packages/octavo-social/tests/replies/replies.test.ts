import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { readReplies } from 'octavo/internal/content/replies';
import { AUTHOR, context, folder } from '../../../octavo/tests/helpers.ts';
import { post } from '../../../../tests/posts.ts';
import { replies } from '../../src/replies/replies.ts';
import { network, type Answers } from '../network.ts';
import {
  bluesky,
  comment,
  github,
  MASTODON,
  threadPost,
  webmention,
  webmentionIo,
} from './answers.ts';

const URLS = {
  mastodon: 'https://social.example/@jane/100',
  bluesky: 'https://bsky.app/profile/jane.example/post/3abc',
  github: 'https://github.com/jane/blog/discussions/5',
};
const ANSWERS = {
  ...MASTODON,
  ...bluesky([threadPost('3d')]),
  ...github([[comment(1)]]),
  ...webmentionIo([
    webmention(1),
    webmention(2, { 'wm-property': 'like-of', 'wm-target': 'http://example.com/old/?x#y' }),
    webmention(3, { 'wm-target': 'https://example.com/' }),
    webmention(4, { 'wm-target': 'https://other.example/posts/a/' }),
  ]),
};
const SETTINGS = { webmentions: 'https://webmention.io/example.com/webmention' };
const TOKENS = { GITHUB_TOKEN: 'secret', WEBMENTION_IO_TOKEN: 'secret' };
const FILE = 'src/content/replies/a.json';

beforeEach(() => {
  const before = process.exitCode;
  onTestFinished(() => void (process.exitCode = before));
});

/** Returns a blog with a post at /posts/a/, and a function that fetches its replies. */
function blog(frontMatter: object, files: Record<string, string> = {}) {
  const root = folder({ ...AUTHOR, 'src/content/posts/a.md': post({ ...frontMatter }), ...files });
  const site = context(root, SETTINGS);
  const run = async (answers: Answers, env: NodeJS.ProcessEnv = TOKENS) => {
    const { world, printed, warned, asked } = await network(answers, env);
    await replies(site, {}, world);
    return { printed, warned, asked, status: Number(process.exitCode ?? 0) };
  };
  const ids = () =>
    readReplies(site)
      .byPost.get('a')
      ?.map(({ id }) => id);
  return { root, run, ids, file: join(root, FILE) };
}

describe('octavo replies', () => {
  test('fetches those of all networks, which have no errors', async () => {
    const { run, ids } = blog({ discussion: Object.values(URLS), aliases: ['/old/'] });
    const { printed, warned, status } = await run(ANSWERS);
    expect({ printed, warned, status }).toEqual({
      printed: [FILE, 'Fetched 4 of 4; 1 file changed.'],
      warned: [],
      status: 0,
    });
    expect(ids()).toEqual([
      ...['mastodon-101', 'mastodon-103', 'mastodon-102', 'bluesky-3d', 'github-1'],
      ...['webmention-1', 'webmention-2'],
    ]);
  });

  test('fetches those of a blog in several languages, below a folder', async () => {
    const root = folder({
      ...AUTHOR,
      'src/content/posts/a.md': post({}),
      'src/content/posts/a.de.md': post({}),
    });
    const settings = { ...SETTINGS, url: 'https://example.com/blog/', languages: { de: {} } };
    const targets = ['https://example.com/blog/de/posts/a/', 'https://example.com/posts/a/'];
    const mentions = targets.map((url, id) => webmention(id, { 'wm-target': url }));
    const { world, printed } = await network(webmentionIo(mentions), TOKENS);
    await replies(context(root, settings), {}, world);
    expect(printed).toEqual(['src/content/replies/a.de.json', 'Fetched 1 of 1; 1 file changed.']);
  });

  test('writes no file again that has not changed', async () => {
    const { run, file } = blog({ discussion: URLS.mastodon });
    await run(ANSWERS);
    // With other formatting.
    writeFileSync(file, JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))));
    const before = readFileSync(file, 'utf8');
    expect((await run(ANSWERS)).printed).toEqual(['Fetched 2 of 2; 0 files changed.']);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('keeps what a failed fetch does not return, with status 0', async () => {
    const { run, ids } = blog({ discussion: [URLS.mastodon, URLS.bluesky] });
    await run({ ...MASTODON, ...bluesky([threadPost('3d')]) });
    const { warned, status } = await run(bluesky([]));
    expect(warned).toEqual([
      'webmentions: https://webmention.io/api/mentions.jf2: 404 Not Found; the replies stay as they are',
      `src/content/posts/a.md:4:1  warning: discussion: ${URLS.mastodon}: https://social.example/api/v1/statuses/100/context: 404 Not Found; the replies stay as they are`,
    ]);
    expect(status).toBe(0);
    expect(ids()).toEqual(['mastodon-101', 'mastodon-103', 'mastodon-102']);
  });

  test('ends with status 1 if all fail', async () => {
    const { run } = blog({ discussion: URLS.mastodon });
    expect(await run({})).toMatchObject({
      status: 1,
      printed: ['Fetched 0 of 2; 0 files changed.'],
    });
  });

  test('skips what needs a token that is not set, and asks nothing', async () => {
    const { run } = blog({ discussion: URLS.github });
    const { warned, asked, status } = await run(ANSWERS, {});
    expect({ asked, status }).toEqual({ asked: [], status: 0 });
    expect(warned).toEqual([
      'webmentions: skipped, since WEBMENTION_IO_TOKEN is not set',
      `src/content/posts/a.md:4:1  warning: discussion: ${URLS.github}: skipped, since GITHUB_TOKEN is not set`,
    ]);
  });

  test('removes a file that has no reply any more', async () => {
    const { run, file } = blog({ discussion: URLS.bluesky });
    await run(bluesky([threadPost('3d')]), {});
    expect(existsSync(file)).toBe(true);
    await run(bluesky([]), {});
    expect(existsSync(file)).toBe(false);
  });

  test('leaves a file with errors alone', async () => {
    const { run, file } = blog({ discussion: URLS.mastodon }, { [FILE]: '[{}' });
    const { warned } = await run(MASTODON, {});
    expect(warned).toContain(`${FILE}:1:4  replies: invalid JSON`);
    expect(readFileSync(file, 'utf8')).toBe('[{}');
  });

  test('says so if there is nothing to fetch', async () => {
    const { world, printed } = await network({});
    const root = folder({ ...AUTHOR, 'src/content/posts/a.md': post({}) });
    await replies(context(root), {}, world);
    expect(printed).toEqual([
      'Nothing to fetch: no post has a discussion, and webmentions is not set.',
    ]);
  });
});
