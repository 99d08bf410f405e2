import type { FoundReply } from './found-reply.ts';

/** A reply as a file has it. */
export interface StoredReply extends FoundReply {
  /** Absent for one that was not fetched. */
  source?: string | undefined;
  hidden?: boolean | undefined;
}

/**
 * Returns the replies of a file after a fetch: first those of no source, then those of each of the
 * sources, as they were if they are not in `found`. A reply that was hidden stays so.
 */
export function mergeReplies(
  before: readonly StoredReply[],
  found: ReadonlyMap<string, readonly FoundReply[]>,
  sources: readonly string[],
): StoredReply[] {
  const hidden = new Set(before.flatMap(({ id, hidden }) => (hidden ? id : [])));
  const ofSource = (wanted?: string) => before.filter(({ source }) => source === wanted);
  const fetched = sources.flatMap((source) =>
    (found.get(source) ?? ofSource(source)).map((reply) => ({ ...reply, source })),
  );
  const merged = new Map<string, StoredReply>();
  const add = (reply: StoredReply) => {
    if (merged.has(reply.id)) return;
    merged.set(reply.id, hidden.has(reply.id) ? { ...reply, hidden: true } : reply);
  };
  const isBelow = ({ parent }: StoredReply) => parent !== undefined && !merged.has(parent);
  const answers: StoredReply[] = [];
  for (const reply of ofSource())
    if (isBelow(reply)) answers.push(reply);
    else add(reply);
  fetched.forEach(add);
  // The owner's answers to what was fetched; its source may have lost it.
  for (const reply of answers) add(isBelow(reply) ? { ...reply, parent: undefined } : reply);
  return [...merged.values()];
}

const KEYS = 'id parent author date html url kind source hidden'.split(' ');

/** Returns the text of a file of replies, with their keys in a fixed order. */
export function formatReplies(replies: readonly StoredReply[]): string {
  const keys = ['name', ...KEYS];
  return `${JSON.stringify(replies, keys, 2)}\n`;
}
