import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathKey } from 'octavo/internal/addresses/path-key';
import { publishedUrls } from 'octavo/internal/checks/occupants';
import { contentId, type ContentFile, type PostData } from 'octavo/internal/content/content-file';
import { discussionAt, type Discussion } from 'octavo/internal/content/discussion';
import { readContent } from 'octavo/internal/content/read-content';
import { repliesPath } from 'octavo/internal/content/replies';
import { count, formatDiagnostic } from 'octavo/internal/diagnostics/diagnostic';
import type { NodeContext } from 'octavo/internal/settings/context';
import type { Settings } from 'octavo/internal/settings/settings';
import type { Options, World } from '../world.ts';
import { blueskyReplies } from './bluesky.ts';
import type { FoundReply } from './found-reply.ts';
import { githubReplies } from './github.ts';
import { mastodonReplies } from './mastodon.ts';
import { formatReplies, mergeReplies, type StoredReply } from './merge-replies.ts';
import { receivedWebmentions, webmentionDomain } from './webmention-io.ts';

type Post = ContentFile<PostData>;
type Outcome = 'fetched' | 'failed' | 'skipped';

/** The source of webmentions in files of replies. */
const WEBMENTIONS = 'webmention.io';

/** Fetches the replies to all posts and writes the files that change; a failed fetch changes nothing. */
export async function replies(context: NodeContext, _: Options, world: World): Promise<void> {
  const { root, settings } = context;
  const content = readContent(context);
  const invalid = content.diagnostics.filter(({ rule }) => rule === 'reply-invalid');
  for (const diagnostic of invalid) world.warn(formatDiagnostic(diagnostic));
  const broken = new Set(invalid.map(({ file }) => file));
  const domain = webmentionDomain(settings.webmentions);
  const outcomes: Outcome[] = [];
  const fetchFrom = fetcher(world, outcomes);
  const received =
    domain === undefined
      ? undefined
      : await fetchFrom('webmentions', 'WEBMENTION_IO_TOKEN', () =>
          receivedWebmentions(domain, world),
        );
  const mentions = received && byPost(received, [...content.sources.values()], context);
  let changed = 0;
  for (const post of content.posts) {
    const found = new Map<string, FoundReply[]>();
    if (mentions) found.set(WEBMENTIONS, mentions.get(post.path) ?? []);
    for (const url of post.data.discussion) {
      const discussion = discussionAt(url)!;
      const { key, read } = NETWORKS[discussion.network];
      const subject = `${at(post)}discussion: ${url}`;
      const fetched = await fetchFrom(subject, key, () => read(discussion, world));
      if (fetched) found.set(url, fetched);
    }
    const file = repliesPath(contentId(post.path));
    const sources = [...post.data.discussion, ...(domain === undefined ? [] : [WEBMENTIONS])];
    if (broken.has(file) || !update(join(root, file), found, sources)) continue;
    changed++;
    world.print(file);
  }
  printCounts(outcomes, changed, world);
}

interface Network {
  /** The variable of the environment without which it cannot be read. */
  key?: string;
  read: (discussion: Discussion, world: World) => Promise<FoundReply[]>;
}

const NETWORKS: Record<Discussion['network'], Network> = {
  Mastodon: { read: mastodonReplies },
  Bluesky: { read: blueskyReplies },
  GitHub: { key: 'GITHUB_TOKEN', read: githubReplies },
};

/** Returns a function that fetches, or warns why it did not; it adds the outcome to `outcomes`. */
function fetcher({ env, warn }: World, outcomes: Outcome[]) {
  return async <Result>(
    subject: string,
    key: string | undefined,
    read: () => Promise<Result>,
  ): Promise<Result | undefined> => {
    if (key !== undefined && !env[key]) {
      outcomes.push('skipped');
      warn(`${subject}: skipped, since ${key} is not set`);
      return undefined;
    }
    try {
      const result = await read();
      outcomes.push('fetched');
      return result;
    } catch (error) {
      outcomes.push('failed');
      warn(`${subject}: ${(error as Error).message}; the replies stay as they are`);
      return undefined;
    }
  };
}

/** Returns the position of the discussion of a post, as diagnostics begin. */
function at({ path, frontMatter }: Post): string {
  const { line, column } = frontMatter.locate(['discussion']);
  return `${path}:${line}:${column}  warning: `;
}

/** Returns webmentions by the file of the post that they are about. */
function byPost(
  received: ReadonlyMap<string, FoundReply[]>,
  sources: Parameters<typeof publishedUrls>[0],
  { settings, now }: Pick<NodeContext, 'settings' | 'now'>,
): Map<string, FoundReply[]> {
  const files = publishedUrls(sources, now);
  const found = [...received].flatMap(([target, replies]) => {
    const path = files.get(pathOf(target, settings) ?? '')?.path;
    return replies.map((reply) => ({ path, reply }));
  });
  const byPath = Map.groupBy(found, ({ path }) => path ?? '');
  return new Map([...byPath].map(([path, all]) => [path, all.map(({ reply }) => reply)]));
}

/** Returns a URL of the site as `publishedUrls` has it; `undefined` for that of another site. */
function pathOf(target: string, { origin, rootBase }: Settings): string | undefined {
  const { host, pathname } = URL.parse(target) ?? {};
  if (host !== new URL(origin).host || !pathname?.startsWith(rootBase)) return undefined;
  return pathKey(`/${pathname.slice(rootBase.length)}`);
}

/** Updates a file of replies, and removes it if it has none any more; returns whether it changed. */
function update(
  file: string,
  found: ReadonlyMap<string, FoundReply[]>,
  sources: readonly string[],
): boolean {
  const isThere = existsSync(file);
  const before = isThere ? (JSON.parse(readFileSync(file, 'utf8')) as StoredReply[]) : [];
  const after = mergeReplies(before, found, sources);
  if (formatReplies(after) === formatReplies(before)) return false;
  mkdirSync(dirname(file), { recursive: true });
  if (after.length === 0) rmSync(file);
  else writeFileSync(file, formatReplies(after));
  return true;
}

function printCounts(outcomes: readonly Outcome[], changed: number, { print }: World): void {
  const of = (wanted: Outcome) => outcomes.filter((outcome) => outcome === wanted).length;
  if (outcomes.length === 0)
    print('Nothing to fetch: no post has a discussion, and webmentions is not set.');
  else print(`Fetched ${of('fetched')} of ${outcomes.length}; ${count(changed, 'file')} changed.`);
  if (of('failed') > 0 && of('fetched') === 0) process.exitCode = 1;
}
