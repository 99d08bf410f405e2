import { absolute } from 'octavo/internal/addresses/urls';
import type { ContentFile, PostData } from 'octavo/internal/content/content-file';
import { isListed } from 'octavo/internal/content/published';
import { readContent } from 'octavo/internal/content/read-content';
import { count } from 'octavo/internal/diagnostics/diagnostic';
import { digestOf } from 'octavo/internal/digest-of';
import type { NodeContext } from 'octavo/internal/settings/context';
import { request } from '../request.ts';
import type { Options, World } from '../world.ts';
import { entryLinks } from './entry-links.ts';
import { sendWebmention } from './send-webmention.ts';
import { readSent, SENT, writeSent, type Sent, type SentOfPost } from './sent-webmentions.ts';

/**
 * Sends the webmentions of posts that are new, changed or removed since the last run. The first run only
 * records the posts, so that an old blog does not send those of many years; with `all` it sends them.
 */
export async function sendWebmentions(
  context: NodeContext,
  { all }: Options,
  world: World,
): Promise<void> {
  const { root, settings, now } = context;
  const before = readSent(root);
  const posts = readContent(context).posts.filter(({ data }) => isListed(data, now));
  const digests = new Map(posts.map((post) => [absolute(post.url, settings), digestOfPost(post)]));
  if (!before && !all) {
    const known = [...digests].map(([url, digest]) => [url, { digest, sent: [], failed: [] }]);
    writeSent(root, Object.fromEntries(known) as Sent);
    const recorded = `${SENT}: recorded ${count(digests.size, 'post')}`;
    world.print(`${recorded}; webmentions are sent for new and changed ones, with --all for these`);
    return;
  }
  const sent = new Map(Object.entries(before ?? {}));
  for (const url of new Set([...digests.keys(), ...sent.keys()])) {
    const after = await sendOfPost(url, digests.get(url), sent.get(url), world);
    if (after) sent.set(url, after);
    else sent.delete(url);
    // After each post, since what was sent cannot be taken back.
    writeSent(root, Object.fromEntries(sent));
  }
}

/** Sends the webmentions of a post, which was removed if it has no digest; returns what is known of it now. */
async function sendOfPost(
  url: string,
  digest: string | undefined,
  before: SentOfPost = { digest: '', sent: [], failed: [] },
  world: World,
): Promise<SentOfPost | undefined> {
  if (digest === undefined) {
    for (const target of before.sent) await sendWebmention(url, target, world);
    return undefined;
  }
  const isSame = digest === before.digest;
  if (isSame && before.failed.length === 0) return before;
  const links = await linksOf(url, world);
  if (!links) return before;
  // A page whose link was removed is notified, too.
  const targets = isSame ? before.failed : [...new Set([...links, ...before.sent])];
  const after: SentOfPost = { digest, sent: isSame ? [...before.sent] : [], failed: [] };
  for (const target of targets) {
    const outcome = await sendWebmention(url, target, world);
    if (outcome !== 'none' && links.includes(target)) after[outcome].push(target);
  }
  return after;
}

/** Returns the links of a published post; `undefined` with a warning if its page is not there. */
async function linksOf(source: string, { fetch, warn }: World): Promise<string[] | undefined> {
  try {
    const headers = { 'Cache-Control': 'no-cache' };
    const response = await request(fetch, new URL(source), { headers });
    return entryLinks(await response.text(), source);
  } catch (error) {
    warn(`warning: ${(error as Error).message}; its webmentions are sent by the next run`);
    return undefined;
  }
}

function digestOfPost({ source }: ContentFile<PostData>): string {
  return digestOf(source).slice(0, 22);
}
