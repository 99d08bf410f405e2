import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIGEST_FILE, siteDigest } from '../build/site-digest.ts';
import { loadBlog } from './load-blog.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** In milliseconds. */
const TIMEOUT = 30_000;

/** Prints `true` if `dist/` differs from the published site, else `false`, and the reason on standard error. */
export async function changed(): Promise<void> {
  const { root, settings: site } = await loadBlog();
  const folder = join(root, 'dist');
  if (!existsSync(folder)) throw new UsageError('no built site in dist/; run npm run build first');
  const digest = siteDigest(folder);
  // Published with the site, for the next comparison.
  writeFileSync(join(folder, DIGEST_FILE), `${digest}\n`);
  const { published, reason } = await publishedDigest(
    new URL(DIGEST_FILE, site.origin + site.base),
  );
  const isChanged = published !== digest;
  console.error(reason ?? `${site.url} ${isChanged ? 'differs from' : 'is the same as'} dist/`);
  console.log(isChanged);
}

/** Returns the digest of the published site, or the reason why there is none. */
async function publishedDigest(url: URL): Promise<{ published?: string; reason?: string }> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT);
    const response = await fetch(url, { headers: { 'Cache-Control': 'no-cache' }, signal });
    if (response.ok) return { published: (await response.text()).trim() };
    return { reason: `${url.href}: not found (${response.status})` };
  } catch (error) {
    const { message, cause } = error as Error;
    return { reason: `${url.href}: ${cause instanceof Error ? cause.message : message}` };
  }
}
