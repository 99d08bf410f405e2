import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { UsageError } from 'octavo/internal/terminal/usage-error';

/** The file of the webmentions that were sent, in the blog's folder. */
export const SENT = 'webmentions.json';

const post = z.strictObject({
  /** Changes with the file of the post. */
  digest: z.string(),
  /** The URLs that have a webmention of the post. */
  sent: z.array(z.string()),
  /** Those that it could not be sent to, for the next run. */
  failed: z.array(z.string()),
});
const schema = z.record(z.string(), post);

/** The webmentions of a post. */
export type SentOfPost = z.output<typeof post>;

/** The webmentions that were sent, by the URLs of their posts. */
export type Sent = z.output<typeof schema>;

/** Reads the file; returns `undefined` if there is none. */
export function readSent(root: string): Sent | undefined {
  const file = join(root, SENT);
  if (!existsSync(file)) return undefined;
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new UsageError(`${SENT}: invalid; restore it from git, or remove it to start again`);
  }
}

/** Writes the file, sorted by URL. */
export function writeSent(root: string, sent: Sent): void {
  const sorted = Object.fromEntries(Object.entries(sent).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(join(root, SENT), `${JSON.stringify(sorted, null, 2)}\n`);
}
