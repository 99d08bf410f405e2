import { z } from 'zod';
import type { Discussion } from 'octavo/internal/content/discussion';
import { safeHtml } from 'octavo/internal/html/safe-html';
import { requestJson } from '../request.ts';
import type { World } from '../world.ts';
import { dateOf, inThreads, replyId, type FoundReply } from './found-reply.ts';

const API = new URL('https://api.github.com/graphql');

// https://docs.github.com/en/graphql/guides/using-the-graphql-api-for-discussions
const QUERY = `
query ($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    discussion(number: $number) {
      comments(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { ...comment replies(first: 100) { nodes { ...comment } } }
      }
    }
  }
}
fragment comment on DiscussionComment {
  databaseId url createdAt bodyHTML isMinimized author { login url }
}`;

const comment = z.object({
  databaseId: z.int(),
  url: z.string(),
  createdAt: z.string(),
  bodyHTML: z.string(),
  isMinimized: z.boolean(),
  /** Absent if the account is deleted. */
  author: z.object({ login: z.string(), url: z.string() }).nullable(),
});
const comments = z.object({
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  nodes: z.array(comment.extend({ replies: z.object({ nodes: z.array(comment) }) })),
});
const discussion = z.object({ comments });
const repository = z.object({ discussion: discussion.nullable() });
const answer = z.object({
  data: z.object({ repository: repository.nullable() }).nullish(),
  errors: z.array(z.object({ message: z.string() })).default([]),
});

type Comments = z.output<typeof comments>;

/** Returns the comments on a discussion on GitHub, without those that are hidden. */
export async function githubReplies(discussion: Discussion, world: World): Promise<FoundReply[]> {
  const found: FoundReply[] = [];
  let after: string | null = null;
  do {
    const { nodes, pageInfo } = await commentsAfter(after, discussion, world);
    for (const one of nodes) {
      const parent = replyId('github', one.databaseId);
      found.push(...replyOf(one), ...one.replies.nodes.flatMap((reply) => replyOf(reply, parent)));
    }
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return inThreads(found);
}

async function commentsAfter(
  after: string | null,
  { url, user: owner, repository: name, id }: Discussion,
  { fetch, env }: World,
): Promise<Comments> {
  const headers = { Authorization: `Bearer ${env['GITHUB_TOKEN']}` };
  const body = { query: QUERY, variables: { owner, name, number: Number(id), after } };
  const { data, errors } = await requestJson(fetch, answer, API, { body, headers });
  const page = data?.repository?.discussion?.comments;
  if (!page) throw new Error(`${url}: ${errors[0]?.message ?? 'not found'}`);
  return page;
}

function replyOf(reply: z.output<typeof comment>, parent?: string): FoundReply[] {
  const { databaseId, author, createdAt, bodyHTML, isMinimized, url } = reply;
  const [date, html] = [dateOf(createdAt), safeHtml(bodyHTML).trim()];
  if (isMinimized || date === undefined || html === '') return [];
  const { login: name, ...profile } = author ?? { login: 'ghost' };
  return [
    { id: replyId('github', databaseId), parent, author: { name, ...profile }, date, html, url },
  ];
}
