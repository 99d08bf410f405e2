import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLibrary } from '../content/read-content.ts';
import { LOCK, parseLock, type LockMistake } from '../addresses/lock/lock.ts';
import { site } from '../settings/settings.ts';
import { projectRoot } from '../settings/project-root.ts';
import { recordAddresses } from './record-addresses.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** Adds new URLs to `permalinks.lock` and removes none. */
export function permalinks(): void {
  const file = join(projectRoot, LOCK);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const lock = parseLock(before);
  refuseUnknownLines(lock.mistakes);
  const { source, lines } = recordAddresses(lock, readLibrary(projectRoot, site).readings.values());
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
