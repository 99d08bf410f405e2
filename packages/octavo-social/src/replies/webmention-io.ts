import { z } from 'zod';
import { escapeHtml } from 'octavo/internal/html/escape-html';
import { safeHtml } from 'octavo/internal/html/safe-html';
import { shortened } from 'octavo/internal/words/shorten';
import { requestJson } from '../request.ts';
import type { World } from '../world.ts';
import { paragraphs } from './bluesky.ts';
import { dateOf, inThreads, replyId, webUrl, type FoundReply } from './found-reply.ts';

const API = 'https://webmention.io/api/mentions.jf2';
const PER_PAGE = 100;

// https://github.com/aaronpk/webmention.io#api
const mention = z.object({
  'wm-id': z.int(),
  'wm-property': z.string(),
  'wm-target': z.string(),
  'wm-received': z.string(),
  'wm-private': z.boolean().default(false),
  url: z.string(),
  published: z.string().nullish(),
  name: z.string().nullish(),
  author: z.object({ name: z.string().nullish(), url: z.string().nullish() }).nullish(),
  content: z.object({ html: z.string(), text: z.string() }).partial().nullish(),
});
const feed = z.object({ children: z.array(mention) });

type Mention = z.output<typeof mention>;

const KINDS = new Map<string, FoundReply['kind']>([
  ...([
    ['like-of', 'like'],
    ['repost-of', 'repost'],
  ] as const),
  ...(['in-reply-to', 'mention-of', 'bookmark-of'] as const).map(
    (name) => [name, undefined] as const,
  ),
]);

const ENDPOINT = new URLPattern('https://webmention.io/:domain/webmention');

/** Returns the domain of an endpoint of webmention.io; `undefined` for that of another service. */
export function webmentionDomain(endpoint: string | undefined): string | undefined {
  return ENDPOINT.exec(endpoint ?? '')?.pathname.groups['domain'];
}

/** Returns the webmentions that a domain has received, by their targets. */
export async function receivedWebmentions(
  domain: string,
  { fetch, env }: World,
): Promise<Map<string, FoundReply[]>> {
  const all: Mention[] = [];
  const token = String(env['WEBMENTION_IO_TOKEN']);
  for (let page = 0; all.length === page * PER_PAGE; page++) {
    const query = { domain, token, 'per-page': `${PER_PAGE}`, page: `${page}`, 'sort-dir': 'up' };
    const url = new URL(`${API}?${new URLSearchParams(query)}`);
    const { children } = await requestJson(fetch, feed, url);
    if (children.length === 0) break;
    all.push(...children);
  }
  const byTarget = Map.groupBy(all, (one) => one['wm-target']);
  return new Map([...byTarget].map(([url, found]) => [url, inThreads(found.flatMap(replyOf))]));
}

function replyOf(mention: Mention): FoundReply[] {
  const property = mention['wm-property'];
  const url = webUrl(mention.url);
  const date = dateOf(mention.published, mention['wm-received']);
  if (!KINDS.has(property) || mention['wm-private'] || !url || date === undefined) return [];
  const kind = KINDS.get(property);
  const html = kind ? undefined : safeHtml(htmlOf(mention)).trim();
  if (html === '') return [];
  const name = mention.author?.name?.trim() || new URL(url).host;
  const author = { name, url: webUrl(mention.author?.url) };
  return [{ id: replyId('webmention', mention['wm-id']), author, date, html, url, kind }];
}

/** In characters of HTML; a longer answer is likely an article. */
const MAX_ANSWER = 10_000;

/** Returns the text of an answer; of another page, its title or beginning. */
function htmlOf({ 'wm-property': property, name, content, url }: Mention): string {
  const { html, text } = content ?? {};
  const answer = html ?? paragraphs(escapeHtml(text ?? ''));
  if (property === 'in-reply-to' && answer.length <= MAX_ANSWER) return answer;
  return paragraphs(escapeHtml(shortened(name?.trim() || text?.trim() || url)));
}
