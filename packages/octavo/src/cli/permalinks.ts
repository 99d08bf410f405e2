import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContent } from '../content/read-content.ts';
import { LOCK, parseLock } from '../addresses/lock/lock.ts';
import { formatDiagnostic } from '../diagnostics/diagnostic.ts';
import { loadBlog } from './load-blog.ts';
import { recordUrls } from './record-urls.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** Adds new URLs to `permalinks.lock` and removes none. */
export async function permalinks({ now }: { now?: string }): Promise<void> {
  const context = await loadBlog(now);
  const file = join(context.root, LOCK);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const lock = parseLock(before);
  if (lock.invalid.length > 0) {
    const errors = lock.invalid.map(formatDiagnostic).join('\n');
    throw new UsageError(`${errors}\n\n${LOCK} is unchanged.`);
  }
  const { source, lines } = recordUrls(lock, readContent(context).sources.values(), context.now);
  if (source !== before) writeFileSync(file, source);
  console.log(lines.join('\n'));
}
