// npm run changed: tells whether the site in dist/ is another than the one that is published.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIGEST_FILE, siteDigest } from '../build/site-digest.ts';
import { readArguments, UsageError } from './arguments.ts';
import { reportMisuse } from './misuse.ts';
import { projectRoot } from '../project-root.ts';

/** Milliseconds until a host that does not answer is taken for one without the file. */
const PATIENCE = 30_000;

try {
  await run(process.argv.slice(2));
} catch (error) {
  reportMisuse(error);
}

/** Prints `true` or `false`, and on standard error what that comes from. */
async function run(args: string[]): Promise<void> {
  const { positionals } = readArguments(args, {});
  if (positionals.length > 0)
    throw new UsageError(`changed looks at dist/; ${positionals.join(' ')} says nothing to it`);
  const folder = join(projectRoot, 'dist');
  if (!existsSync(folder)) throw new UsageError('there is no dist/; npm run build makes it');
  const { site } = await import('../blog/settings.ts');
  const digest = siteDigest(folder);
  // Published with the rest, it is what the next run looks at.
  writeFileSync(join(folder, DIGEST_FILE), `${digest}\n`);
  const { published, reason } = await publishedDigest(
    new URL(DIGEST_FILE, site.origin + site.base),
  );
  const isChanged = published !== digest;
  console.error(
    reason ?? `${site.url} is ${isChanged ? 'another site than' : 'the same as'} dist/`,
  );
  console.log(isChanged);
}

/** Returns what the published site says of itself, or why that is not known. */
async function publishedDigest(url: URL): Promise<{ published?: string; reason?: string }> {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await fetch(url, { headers: { 'Cache-Control': 'no-cache' }, signal });
    if (response.ok) return { published: (await response.text()).trim() };
    return { reason: `${url.href} is not there (${response.status})` };
  } catch (error) {
    const { message, cause } = error as Error;
    return {
      reason: `${url.href} cannot be read: ${cause instanceof Error ? cause.message : message}`,
    };
  }
}
