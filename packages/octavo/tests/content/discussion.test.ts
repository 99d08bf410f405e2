import { describe, expect, test } from 'vitest';
import { post } from '../../../../tests/posts.ts';
import { discussionAt } from '../../src/content/discussion.ts';
import { readFiles } from '../helpers.ts';

describe('a discussion', () => {
  test.each([
    ['https://mastodon.example/@jane/123', { network: 'Mastodon', user: 'jane', id: '123' }],
    ['https://mastodon.example/@jane@other.example/123/', { network: 'Mastodon', id: '123' }],
    ['https://mastodon.example/users/jane/statuses/123', { network: 'Mastodon', id: '123' }],
    [
      'https://bsky.app/profile/jane.example/post/3abc?x#y',
      { network: 'Bluesky', user: 'jane.example', id: '3abc' },
    ],
    ['https://bsky.app/profile/did:plc:jane/post/3abc', { user: 'did:plc:jane', id: '3abc' }],
    [
      'https://github.com/jane/blog/discussions/5',
      { network: 'GitHub', user: 'jane', repository: 'blog', id: '5' },
    ],
  ])('is recognized at %s', (url, expected) => {
    expect(discussionAt(url)).toMatchObject({ url, ...expected });
  });

  test.each([
    'https://mastodon.example/@jane',
    'https://mastodon.example/@jane/abc',
    'http://mastodon.example/@jane/123',
    'https://bsky.app/profile/jane.example',
    'https://github.com/jane/blog/issues/5',
    'https://example.com/',
    'x',
  ])('is not recognized at %s', (url) => {
    expect(discussionAt(url)).toBeUndefined();
  });

  test.each([
    ['https://mastodon.example/@jane/123', ['https://mastodon.example/@jane/123']],
    [['https://mastodon.example/@jane/1'], ['https://mastodon.example/@jane/1']],
    [undefined, []],
  ])('in front matter as %j is a list', (discussion, expected) => {
    const { posts } = readFiles({ 'posts/a.md': post(discussion ? { discussion } : {}) });
    expect(posts[0]!.data.discussion).toEqual(expected);
  });

  const URL_ERROR =
    'must be the URL of a post on Mastodon or Bluesky, like https://mastodon.example/@jane/123, or of a discussion on GitHub';

  test.each([
    ['https://example.com/', `discussion: ${URL_ERROR}`],
    [['x'], `discussion[0]: ${URL_ERROR}`],
    [5, 'discussion: must be a URL, or a list of URLs'],
  ])('cannot be %j', (discussion, message) => {
    const { diagnostics } = readFiles({ 'posts/a.md': post({ discussion }) });
    expect(diagnostics.map((one) => one.message)).toEqual([message]);
  });
});
