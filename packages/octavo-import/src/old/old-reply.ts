/** A comment of a reader on a post, as the new blog has it in `src/content/replies/`. */
export interface OldReply {
  id: string;
  /** The id of the comment that it answers. */
  parent?: string | undefined;
  author: { name: string; url?: string | undefined };
  /** `2024-01-06T10:30:00Z` */
  date: string;
  html: string;
}

/** Returns the author of a comment; only a whole URL is one. */
export function replyAuthor(name: string, url: string): OldReply['author'] {
  const isWhole = /^https?:\/\/[^/]/.test(url) && URL.canParse(url);
  return { name: name || 'Anonymous', url: isWhole ? url : undefined };
}

/** Returns comments by date, each with those that answer it behind it. */
export function inThreads(replies: readonly OldReply[]): OldReply[] {
  const ids = new Set(replies.map(({ id }) => id));
  const byParent = Map.groupBy(
    replies.toSorted((a, b) => Date.parse(a.date) - Date.parse(b.date)),
    ({ parent }) => (parent !== undefined && ids.has(parent) ? parent : undefined),
  );
  const below = (id?: string): OldReply[] =>
    (byParent.get(id) ?? []).flatMap((reply) => [{ ...reply, parent: id }, ...below(reply.id)]);
  return below();
}
