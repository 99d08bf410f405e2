import { expect, test } from 'vitest';
import { discussionAt } from 'octavo/internal/content/discussion';
import { githubReplies } from '../../src/replies/github.ts';
import { network } from '../network.ts';
import { comment, github } from './answers.ts';

const at = discussionAt('https://github.com/jane/blog/discussions/5')!;
const env = { GITHUB_TOKEN: 'secret' };

test('comments on GitHub are read page by page, with the replies to them', async () => {
  const { world, asked } = await network(github([[comment(1, [comment(3)])], [comment(2)]]), env);
  expect(await githubReplies(at, world)).toEqual([
    {
      id: 'github-1',
      author: { name: 'max', url: 'https://github.com/max' },
      date: '2026-01-03T10:00:00.000Z',
      html: '<p>Comment 1</p>',
      url: 'https://github.com/jane/blog/discussions/5#discussioncomment-1',
    },
    expect.objectContaining({ id: 'github-3', parent: 'github-1' }),
    expect.objectContaining({ id: 'github-2' }),
  ]);
  expect(asked.map(({ body }) => (body as { variables: object }).variables)).toEqual([
    { owner: 'jane', name: 'blog', number: 5, after: null },
    { owner: 'jane', name: 'blog', number: 5, after: '1' },
  ]);
});

test('a comment that is minimized is left out, with those to it', async () => {
  const hidden = comment(1, [comment(3)], { isMinimized: true });
  const { world } = await network(github([[hidden, comment(2)]]), env);
  expect((await githubReplies(at, world)).map(({ id }) => id)).toEqual(['github-2']);
});

test('a comment of a deleted account has its name', async () => {
  const { world } = await network(github([[comment(1, [], { author: null })]]), env);
  expect(await githubReplies(at, world)).toMatchObject([{ author: { name: 'ghost' } }]);
});

test.each([
  [{ data: { repository: null }, errors: [{ message: 'Could not resolve' }] }, 'Could not resolve'],
  [{ data: { repository: { discussion: null } } }, 'not found'],
])('the answer %j is an error', async (body, message) => {
  const { world } = await network({ 'api.github.com/graphql': { body } }, env);
  await expect(githubReplies(at, world)).rejects.toThrow(`${at.url}: ${message}`);
});
