import { z } from 'zod';
import type { Discussion } from 'octavo/internal/content/discussion';
import { escapeHtml } from 'octavo/internal/html/escape-html';
import { safeHtml } from 'octavo/internal/html/safe-html';
import { requestJson } from '../request.ts';
import type { World } from '../world.ts';
import { dateOf, inThreads, replyId, type FoundReply } from './found-reply.ts';

// https://docs.bsky.app/docs/api/app-bsky-feed-get-post-thread
const labels = z.array(z.object({ val: z.string(), neg: z.boolean().default(false) })).default([]);
const facet = z.object({
  /** In bytes of UTF-8. */
  index: z.object({ byteStart: z.int(), byteEnd: z.int() }),
  features: z.array(z.object({ uri: z.string(), did: z.string(), tag: z.string() }).partial()),
});
const post = z.object({
  uri: z.string(),
  author: z.object({
    handle: z.string(),
    displayName: z.string().default(''),
    labels,
  }),
  record: z.object({
    text: z.string(),
    createdAt: z.string(),
    facets: z.array(facet).default([]),
  }),
  indexedAt: z.string(),
  labels,
});
const node = z.object({
  /** Absent for a post that is blocked or deleted. */
  post: post.optional(),
  get replies(): z.ZodOptional<z.ZodArray<typeof node>> {
    return z.array(node).optional();
  },
});
const answer = z.object({
  thread: node,
  threadgate: z
    .object({ record: z.object({ hiddenReplies: z.array(z.string()).default([]) }) })
    .optional(),
});
const did = z.object({ did: z.string() });

type Node = z.output<typeof node>;
type Post = z.output<typeof post>;

const API = 'https://public.api.bsky.app/xrpc/';

/** Returns the replies to a post on Bluesky, without those that are labeled or hidden by its author. */
export async function blueskyReplies(
  { user, id }: Discussion,
  { fetch }: World,
): Promise<FoundReply[]> {
  const get = <Output>(schema: z.ZodType<Output>, method: string, query: Record<string, string>) =>
    requestJson(fetch, schema, new URL(`${method}?${new URLSearchParams(query)}`, API));
  const repository = user.startsWith('did:')
    ? user
    : (await get(did, 'com.atproto.identity.resolveHandle', { handle: user })).did;
  const uri = `at://${repository}/app.bsky.feed.post/${id}`;
  const query = { uri, depth: '1000', parentHeight: '0' };
  const { thread, threadgate } = await get(answer, 'app.bsky.feed.getPostThread', query);
  if (!thread.post) throw new Error(`${uri}: not found`);
  const hidden = new Set(threadgate?.record.hiddenReplies);
  return inThreads(repliesBelow(thread, hidden));
}

function repliesBelow({ replies = [] }: Node, hidden: ReadonlySet<string>, parent?: string) {
  return replies.flatMap((reply): FoundReply[] => {
    const found = reply.post && !hidden.has(reply.post.uri) && replyOf(reply.post, parent);
    return found ? [found, ...repliesBelow(reply, hidden, found.id)] : [];
  });
}

function replyOf({ uri, author, record, indexedAt, labels }: Post, parent?: string) {
  const key = uri.slice(uri.lastIndexOf('/') + 1);
  // A date is as its author's client says; it may be in the future.
  const date = dateOf(record.createdAt < indexedAt ? record.createdAt : indexedAt, indexedAt);
  const html = safeHtml(htmlOf(record)).trim();
  // !no-unauthenticated, on an account: show its posts only to those who are signed in.
  const isLabeled =
    labels.some(({ neg }) => !neg) ||
    author.labels.some(({ val, neg }) => val.startsWith('!') && !neg);
  if (isLabeled || date === undefined || html === '') return undefined;
  const profile = `https://bsky.app/profile/${author.handle}`;
  const url = `${profile}/post/${key}`;
  const name = author.displayName.trim() || author.handle;
  return { id: replyId('bluesky', key), parent, author: { name, url: profile }, date, html, url };
}

/** Returns the text of a post as HTML, with its links. */
function htmlOf({ text, facets }: Post['record']): string {
  const bytes = Buffer.from(text);
  const part = (start: number, end?: number) => escapeHtml(bytes.toString('utf8', start, end));
  let [html, at] = ['', 0];
  for (const { index, features } of facets.toSorted(
    (a, b) => a.index.byteStart - b.index.byteStart,
  )) {
    const { byteStart, byteEnd } = index;
    const href = features.map(linkOf).find((link) => link !== undefined);
    if (href === undefined || byteStart < at) continue;
    const label = part(byteStart, byteEnd);
    html += `${part(at, byteStart)}<a href="${escapeHtml(href)}">${label}</a>`;
    at = byteEnd;
  }
  return paragraphs(html + part(at));
}

function linkOf({ uri, did, tag }: z.output<typeof facet>['features'][number]) {
  if (did !== undefined) return `https://bsky.app/profile/${did}`;
  return tag === undefined ? uri : `https://bsky.app/hashtag/${encodeURIComponent(tag)}`;
}

/** Returns paragraphs of escaped text: an empty line separates them. */
export function paragraphs(html: string): string {
  const all = html.split(/\n\s*\n/).map((text) => text.trim().replaceAll('\n', '<br>'));
  return all.map((text) => text && `<p>${text}</p>`).join('');
}
