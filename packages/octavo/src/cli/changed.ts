import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { digestOfFiles } from '../digest-of-files.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { loadBlog } from './load-blog.ts';

/** The file of a published site that identifies it. */
const DIGEST_FILE = 'digest.txt';
/** In milliseconds. */
const TIMEOUT = 30_000;

/** Prints `true` if `dist/` differs from the published site, else `false`, and the reason on standard error. */
export async function changed(): Promise<void> {
  const { root, settings: site } = await loadBlog();
  const folder = join(root, 'dist');
  if (!existsSync(folder)) throw new UsageError('no built site in dist/; run npm run build first');
  const files = globSync('**', { cwd: folder, dot: true, ignore: DIGEST_FILE });
  const digest = digestOfFiles(folder, files);
  // Published with the site, for the next comparison.
  writeFileSync(join(folder, DIGEST_FILE), `${digest}\n`);
  const published = await publishedDigest(new URL(DIGEST_FILE, site.origin + site.base));
  const isChanged = published !== digest;
  if (published !== undefined)
    console.error(`${site.url} ${isChanged ? 'differs from' : 'is the same as'} dist/`);
  console.log(isChanged);
}

/** Returns the digest of the published site, or prints why there is none. */
async function publishedDigest(url: URL): Promise<string | undefined> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT);
    const response = await fetch(url, { headers: { 'Cache-Control': 'no-cache' }, signal });
    if (response.ok) return (await response.text()).trim();
    console.error(`${url.href}: not found (${response.status})`);
  } catch (error) {
    const { message, cause } = error as Error;
    console.error(`${url.href}: ${cause instanceof Error ? cause.message : message}`);
  }
  return undefined;
}
