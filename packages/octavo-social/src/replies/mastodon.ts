import { z } from 'zod';
import type { Discussion } from 'octavo/internal/content/discussion';
import { safeHtml } from 'octavo/internal/html/safe-html';
import { requestJson } from '../request.ts';
import type { World } from '../world.ts';
import { dateOf, inThreads, replyId, webUrl, type FoundReply } from './found-reply.ts';

// https://docs.joinmastodon.org/entities/Status/
const status = z.object({
  id: z.string(),
  in_reply_to_id: z.string().nullable(),
  visibility: z.string(),
  sensitive: z.boolean(),
  spoiler_text: z.string(),
  created_at: z.string(),
  url: z.string().nullable(),
  content: z.string(),
  filtered: z.array(z.unknown()).default([]),
  account: z.object({
    acct: z.string(),
    display_name: z.string(),
    url: z.string(),
    emojis: z.array(z.object({ shortcode: z.string() })),
  }),
});
const context = z.object({ descendants: z.array(status) });

type Status = z.output<typeof status>;

/** Returns the public replies to a post on Mastodon, without those that it hides behind a warning. */
export async function mastodonReplies(
  { url, id }: Discussion,
  { fetch }: World,
): Promise<FoundReply[]> {
  const api = new URL(`/api/v1/statuses/${id}/context`, url);
  const { descendants } = await requestJson(fetch, context, api);
  return inThreads(descendants.filter(isShown).flatMap((reply) => replyOf(reply, id)));
}

function isShown({ visibility, sensitive, spoiler_text, filtered }: Status): boolean {
  return visibility === 'public' && !sensitive && spoiler_text === '' && filtered.length === 0;
}

function replyOf(reply: Status, root: string): FoundReply[] {
  const { in_reply_to_id: answered, account } = reply;
  const [date, html] = [dateOf(reply.created_at), safeHtml(reply.content).trim()];
  if (date === undefined || html === '' || answered === null) return [];
  const parent = answered === root ? undefined : replyId('mastodon', answered);
  const author = { name: nameOf(account), url: webUrl(account.url) };
  const id = replyId('mastodon', reply.id);
  return [{ id, parent, author, date, html, url: webUrl(reply.url) }];
}

/** Returns the name of an account without its pictures, which are `:names:` in the text. */
function nameOf({ display_name, acct, emojis }: Status['account']): string {
  const name = emojis.reduce(
    (text, { shortcode }) => text.replaceAll(`:${shortcode}:`, ''),
    display_name,
  );
  return name.trim() || acct;
}
