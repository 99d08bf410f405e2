// npm run permalinks: writes the addresses that are new into permalinks.lock, and takes none away.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCK, parseLock, type LockMistake } from '../blog/lock.ts';
import { readArguments, UsageError } from './arguments.ts';
import { reportMisuse } from './misuse.ts';
import { projectRoot } from '../project-root.ts';
import { recordAddresses } from './record-addresses.ts';

try {
  await run(process.argv.slice(2));
} catch (error) {
  reportMisuse(error);
}

async function run(args: string[]): Promise<void> {
  const { positionals } = readArguments(args, {});
  if (positionals.length > 0)
    throw new UsageError(
      `permalinks reads all content; ${positionals.join(' ')} says nothing to it`,
    );
  // Read here, so that settings with mistakes are told as they are in a build.
  const { site } = await import('../blog/settings.ts');
  const { readLibrary } = await import('../blog/library.ts');
  const file = join(projectRoot, LOCK);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const lock = parseLock(before);
  refuseNonsense(lock.mistakes);
  const { source, lines } = recordAddresses(lock, readLibrary(projectRoot, site).readings.values());
  if (source !== before) writeFileSync(file, source);
  console.log(lines.join('\n'));
}

/** A line that is not understood would be lost. */
function refuseNonsense(mistakes: readonly LockMistake[]): void {
  const lines = mistakes
    .filter(({ isMended }) => !isMended)
    .map(({ line, message }) => `${LOCK}:${line}:1  ${message}`);
  if (lines.length > 0) throw new UsageError(`${lines.join('\n')}\n\nNothing was written.`);
}
