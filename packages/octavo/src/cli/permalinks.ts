import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, sharedHashes, type Fingerprint } from '../addresses/lock/fingerprint.ts';
import {
  formatLock,
  type Lock,
  LOCK,
  type LockEntry,
  lockUrl,
  parseLock,
} from '../addresses/lock/lock.ts';
import { publishedUrls } from '../checks/occupants.ts';
import type { SourceFile } from '../content/content-file.ts';
import { readContent } from '../content/read-content.ts';
import { formatDiagnostic } from '../diagnostics/diagnostic.ts';
import { loadBlog } from './load-blog.ts';
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

/**
 * Returns the lock with all URLs that are published now, and the lines to print. No URL is removed.
 * The fingerprint of a text that has changed too much for `findOwner` is replaced.
 */
export function recordUrls({ entries, rest }: Lock, sources: Iterable<SourceFile>, now: number) {
  const known = new Map(entries.map((entry) => [entry.key, entry]));
  const added: string[] = [];
  for (const [key, source] of publishedUrls([...sources], now)) {
    const current = fingerprint(source.body, String(source.frontMatter.data['title']));
    const entry = known.get(key);
    if (!entry) added.push(lockUrl(key));
    if (!entry || isOutdated(entry, current)) known.set(key, renewed(key, entry, current));
  }
  const count = `${added.length || 'no'} new ${added.length === 1 ? 'URL' : 'URLs'}`;
  const summary = `${LOCK}: ${count}, ${known.size} in total`;
  return {
    source: known.size === 0 && rest.length === 0 ? '' : formatLock([...known.values()], rest),
    lines: [...added.sort().map((url) => `new  ${url}`), summary],
  };
}

function isOutdated({ isGone, fingerprint: before }: LockEntry, now: Fingerprint): boolean {
  if (isGone) return false;
  if (!before) return true;
  return before.text === '' ? now.text !== '' : sharedHashes(before.text, now.text) < 3;
}

function renewed(key: string, entry: LockEntry | undefined, now: Fingerprint): LockEntry {
  const fresh = { url: lockUrl(key), key, isGone: false, comments: [], line: 0 };
  return { ...(entry ?? fresh), fingerprint: now };
}
