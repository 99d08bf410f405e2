import { fingerprint, sharedSigns, type Fingerprint } from '../addresses/lock/fingerprint.ts';
import type { SourceFile } from '../content/content-file.ts';
import { formatLock, LOCK, lockUrl, type Lock, type LockEntry } from '../addresses/lock/lock.ts';
import { publishedAddresses } from '../checks/published-addresses.ts';

/**
 * Returns the lock with every address that is published now, and a line for people about each that
 * is new. None is taken away; of one whose text has changed by so much that it would not be
 * recognised, the signs are made anew.
 */
export function recordAddresses(
  { entries, rest }: Lock,
  sources: Iterable<SourceFile>,
  now: number,
): { source: string; lines: string[] } {
  const known = new Map(entries.map((entry) => [entry.key, entry]));
  const signs = new Map<SourceFile, Fingerprint>();
  const added: string[] = [];
  for (const [key, reading] of publishedAddresses([...sources], now)) {
    const current = signs.get(reading) ?? fingerprintOf(reading);
    signs.set(reading, current);
    const entry = known.get(key);
    if (!entry) added.push(lockUrl(key));
    if (!entry || isOutdated(entry, current)) known.set(key, renewed(key, entry, current));
  }
  const count = `${known.size} ${known.size === 1 ? 'address' : 'addresses'}`;
  const summary = `${LOCK}: ${added.length === 0 ? 'nothing' : added.length} new, ${count} in all`;
  return {
    source: known.size === 0 && rest.length === 0 ? '' : formatLock([...known.values()], rest),
    lines: [...added.sort().map((url) => `new  ${url}`), summary],
  };
}

function fingerprintOf({ body, frontMatter }: SourceFile): Fingerprint {
  return fingerprint(body, String(frontMatter.data['title']));
}

function isOutdated({ isGone, fingerprint: before }: LockEntry, now: Fingerprint): boolean {
  if (isGone) return false;
  if (!before) return true;
  return before.text === '' ? now.text !== '' : sharedSigns(before.text, now.text) < 3;
}

function renewed(key: string, entry: LockEntry | undefined, now: Fingerprint): LockEntry {
  const fresh = { url: lockUrl(key), key, isGone: false, comments: [], line: 0 };
  return { ...(entry ?? fresh), fingerprint: now };
}
