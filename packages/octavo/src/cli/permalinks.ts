import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContent } from '../content/read-content.ts';
import { LOCK, parseLock, type LockDiagnostic } from '../addresses/lock/lock.ts';
import { loadBlog } from './load-blog.ts';
import { recordUrls } from './record-urls.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** Adds new URLs to `permalinks.lock` and removes none. */
export async function permalinks({ now }: { now?: string }): Promise<void> {
  const context = await loadBlog(now);
  const file = join(context.root, LOCK);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const lock = parseLock(before);
  refuseInvalidLines(lock.diagnostics);
  const { source, lines } = recordUrls(lock, readContent(context).sources.values(), context.now);
  if (source !== before) writeFileSync(file, source);
  console.log(lines.join('\n'));
}

/** Throws for lines that cannot be parsed, which would be lost. */
function refuseInvalidLines(diagnostics: readonly LockDiagnostic[]): void {
  const lines = diagnostics
    .filter(({ isFixable }) => !isFixable)
    .map(({ line, message }) => `${LOCK}:${line}:1  ${message}`);
  if (lines.length > 0) throw new UsageError(`${lines.join('\n')}\n\n${LOCK} is unchanged.`);
}
