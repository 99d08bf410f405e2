import { repliesSchema } from 'octavo/internal/content/replies';

/** A reply, like or repost as a network has it. */
export interface FoundReply {
  id: string;
  /** The id of the reply that it answers; absent if it answers the post. */
  parent?: string | undefined;
  author: { name: string; url?: string | undefined };
  /** `2024-01-06T10:30:00.000Z` */
  date: string;
  /** Empty for a like and a repost. */
  html?: string | undefined;
  url?: string | undefined;
  kind?: 'like' | 'repost' | undefined;
}

const schema = repliesSchema('UTC');

/**
 * Returns replies by date, each with those that answer it behind it; drops replies with which the blog
 * would have errors, and those to missing ones.
 */
export function inThreads(replies: readonly FoundReply[]): FoundReply[] {
  const valid = replies.filter((one) => schema.safeParse([{ ...one, parent: undefined }]).success);
  const byParent = Map.groupBy(
    valid.toSorted((a, b) => compare(a.date, b.date) || compare(a.id, b.id)),
    ({ parent }) => parent,
  );
  const below = (id?: string): FoundReply[] =>
    (byParent.get(id) ?? []).flatMap((reply) => [reply, ...below(reply.id)]);
  return below();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Returns an id of a reply, from that in its network. */
export function replyId(network: string, id: string | number): string {
  return `${network}-${String(id).replace(/[^\w-]/g, '-')}`;
}

/** Returns the first date that is valid, as replies have it. */
export function dateOf(...dates: readonly (string | null | undefined)[]): string | undefined {
  const time = dates.map((date) => Date.parse(date ?? '')).find((time) => !Number.isNaN(time));
  return time === undefined ? undefined : new Date(time).toISOString();
}

/** Returns a URL if it is one of the web. */
export function webUrl(url: string | null | undefined): string | undefined {
  return url && /^https?:$/.test(URL.parse(url)?.protocol ?? '') ? url : undefined;
}
