import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContent } from '../content/read-content.ts';
import { LOCK, parseLock, type LockMistake } from '../addresses/lock/lock.ts';
import { loadBlog } from './load-blog.ts';
import { recordAddresses } from './record-addresses.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** Adds new URLs to `permalinks.lock` and removes none. */
export async function permalinks({ now }: { now?: string }): Promise<void> {
  const context = await loadBlog(now);
  const file = join(context.root, LOCK);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const lock = parseLock(before);
  refuseUnknownLines(lock.mistakes);
  const { source, lines } = recordAddresses(
    lock,
    readContent(context).sources.values(),
    context.now,
  );
  if (source !== before) writeFileSync(file, source);
  console.log(lines.join('\n'));
}

/** A line that cannot be parsed would be lost. */
function refuseUnknownLines(mistakes: readonly LockMistake[]): void {
  const lines = mistakes
    .filter(({ isMended }) => !isMended)
    .map(({ line, message }) => `${LOCK}:${line}:1  ${message}`);
  if (lines.length > 0) throw new UsageError(`${lines.join('\n')}\n\n${LOCK} is unchanged.`);
}
