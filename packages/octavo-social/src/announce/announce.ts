import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { absolute } from 'octavo/internal/addresses/urls';
import type { ContentFile, PostData } from 'octavo/internal/content/content-file';
import { isListed } from 'octavo/internal/content/published';
import { readContent } from 'octavo/internal/content/read-content';
import type { NodeContext } from 'octavo/internal/settings/context';
import { languagesOf } from 'octavo/internal/settings/languages';
import { UsageError } from 'octavo/internal/terminal/usage-error';
import { request } from '../request.ts';
import type { Options, World } from '../world.ts';
import { addDiscussion } from './add-discussion.ts';
import { servicesOf, type Article, type Service } from './services.ts';

type Post = ContentFile<PostData>;

const DAY = 24 * 60 * 60 * 1000;

/**
 * Posts the articles of the last days that have no discussion to the accounts of the settings, and
 * writes the URLs into their front matter.
 */
export async function announce(
  context: NodeContext,
  { dryRun }: Options,
  world: World,
): Promise<void> {
  const { root, settings } = context;
  const services = servicesOf(settings);
  if (services.length === 0)
    return world.print('Nothing to announce: announce is not set in src/site.config.ts.');
  if (!dryRun) requireKeys(services, world);
  for (const post of readContent(context).posts.filter((one) => isDue(one, context))) {
    const article = articleOf(post, settings);
    if (dryRun) {
      const texts = services.map(([{ textOf }]) => textOf(article));
      world.print([post.path, ...texts].join('\n\n'));
    } else if (await isPublic(article, world)) {
      const urls = await announceBy(services, article, { ...world, now: context.now });
      if (urls.length > 0) record(join(root, post.path), post.path, urls, world);
    }
  }
}

/** True for a listed post of the last days without a discussion, and not for a note. */
function isDue({ collection, data }: Post, { settings, now }: NodeContext): boolean {
  const days = settings.announce?.days ?? 0;
  const isNew = collection === 'posts' && data.discussion.length === 0;
  return isNew && isListed(data, now) && now - data.date.time < days * DAY;
}

function requireKeys(services: readonly [Service, string][], { env }: World): void {
  const missing = services.flatMap(([{ keys }]) => keys).filter((key) => !env[key]);
  if (missing.length > 0) throw new UsageError(`not set in the environment: ${missing.join(', ')}`);
}

function articleOf({ code, url, data }: Post, settings: NodeContext['settings']): Article {
  const { title, description, lang } = data;
  const { language } = languagesOf(settings).find((site) => site.code === code)!;
  return { title, description, url: absolute(url, settings), language: lang ?? language };
}

/** True if the page of an article is there; else networks would show no preview of it. */
async function isPublic({ url }: Article, { fetch, warn }: World): Promise<boolean> {
  try {
    await request(fetch, new URL(url), { method: 'HEAD' });
    return true;
  } catch (error) {
    warn(`warning: ${(error as Error).message}; not announced`);
    return false;
  }
}

/** Returns the URLs of the announcements; warns of those that failed. */
async function announceBy(
  services: readonly [Service, string][],
  article: Article,
  world: World & { now: number },
): Promise<string[]> {
  const urls: string[] = [];
  for (const [service, server] of services) {
    try {
      urls.push(await service.announce(server, article, world));
    } catch (error) {
      world.warn(`warning: ${article.url}: not announced: ${(error as Error).message}`);
    }
  }
  return urls;
}

function record(file: string, path: string, urls: readonly string[], { print, warn }: World): void {
  const edited = addDiscussion(readFileSync(file, 'utf8'), urls);
  if (edited === undefined)
    return warn(`warning: ${path}: add discussion: ${urls.join(', ')} to its front matter by hand`);
  writeFileSync(file, edited);
  print(`${path}: ${urls.join(', ')}`);
}
