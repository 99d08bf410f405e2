import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseSettings } from 'octavo/internal/settings/settings';
import { SETTINGS } from './write/example-content.ts';
import { ImportError } from './import-error.ts';
import { REPORT } from './write/report.ts';
import { ADDRESSES, deadUrls, readAddressList } from './write/verify.ts';

/** Prints the old URLs that are not found in the built site; exit status 1 if there are any. */
export async function checkUrls(root: string): Promise<void> {
  const list = join(root, ADDRESSES);
  if (!existsSync(list)) throw new ImportError(`no ${ADDRESSES}; import a blog first`);
  const dist = join(root, 'dist');
  if (!existsSync(dist)) throw new ImportError('no built site; run npm run build first');
  const addresses = readAddressList(readFileSync(list, 'utf8'));
  const kept = addresses.filter(({ by }) => by !== 'nothing');
  const lost = addresses.length - kept.length;
  const others = lost > 0 ? ` Not carried over: ${lost}; see ${REPORT}.` : '';
  const dead = deadUrls(dist, kept, await basePath(root));
  if (dead.length === 0) return console.log(`All ${kept.length} old URLs work.${others}`);
  console.log(
    `${dead.join('\n')}\n\n${dead.length} of ${kept.length} old URLs not found.${others}`,
  );
  process.exitCode = 1;
}

async function basePath(root: string): Promise<string> {
  const file = pathToFileURL(join(root, SETTINGS)).href;
  return parseSettings(((await import(file)) as { default: unknown }).default).base;
}
