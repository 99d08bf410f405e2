import { at, boolean, isMap, map, text, texts } from '../old/values.ts';
import type { OldFeed } from '../site/feed-addresses.ts';
import type { JekyllConfig } from './config.ts';
import type { JekyllPage } from './content.ts';
import type { LiquidSite } from '../liquid/expansion.ts';

/** Returns the feeds of a blog: those of jekyll-feed, and templates of its own. */
export function feedsOf(
  config: JekyllConfig,
  own: readonly { page: JekyllPage; url: string }[],
  tags: readonly string[],
): OldFeed[] {
  const written = own.map(({ page, url }): OldFeed => ({
    path: url,
    format: page.source.body.includes('<rss') ? 'rss' : 'atom',
  }));
  const names = new Set(written.map(({ path }) => path));
  const { plugins } = config;
  const made: OldFeed[] = plugins.has('jekyll-feed')
    ? jekyllFeeds(config, tags)
    : plugins.has(CHIRPY)
      ? [{ path: '/feed.xml', format: 'atom' }]
      : [];
  return [...written, ...made.filter(({ path }) => !names.has(path))];
}

/** The theme Chirpy has a feed of its own, in the place of that of jekyll-feed. */
const CHIRPY = 'jekyll-theme-chirpy';

function jekyllFeeds({ values }: JekyllConfig, tags: readonly string[]): OldFeed[] {
  const feed = map(values, 'feed');
  const path = text(at(feed, 'collections', 'posts', 'path')) ?? text(feed['path']) ?? '/feed.xml';
  const byTag = feed['tags'];
  const folder = text(at(byTag, 'path')) ?? '/feed/by_tag/';
  const isOn = isMap(byTag) || boolean(byTag) === true;
  const atom = (one: string, tag?: string): OldFeed => ({
    path: `/${one.replace(/^\//, '')}`,
    format: 'atom',
    ...(tag !== undefined && { tag }),
  });
  return [
    atom(path),
    ...texts(feed['categories']).map((name) => atom(`/feed/${name}.xml`, name)),
    ...(isOn ? tags.filter((tag) => /^\w+$/.test(tag)) : []).map((tag) =>
      atom(`${folder}${tag}.xml`, tag),
    ),
  ];
}

/**
 * Returns what makes the id of a post in the feed of the blog, with its path and Jekyll's id of it:
 * jekyll-feed takes the latter, templates what they say; `undefined` for a blog without a feed.
 */
export function feedIdOf(
  config: JekyllConfig,
  own: readonly JekyllPage[],
  { url }: LiquidSite,
  evaluate: (template: string, post: Record<string, unknown>) => string,
): ((post: { url: string; id: string }) => string) | undefined {
  const template = own.map(({ source }) => idTemplate(source.body)).find(Boolean);
  const whole = (path: string) => url + encodeURI(path);
  if (template !== undefined)
    return (post) => {
      const id = evaluate(template, { ...post, url: encodeURI(post.url), id: encodeURI(post.id) });
      return id.trim() || whole(post.url);
    };
  return config.plugins.has('jekyll-feed') ? ({ id }) => whole(id) : undefined;
}

/** Returns the template of an entry's id: `{{ site.url }}{{ post.id }}`. */
function idTemplate(feed: string): string | undefined {
  const entry = /<(?:entry|item)\b[\s\S]*?<\/(?:entry|item)>/.exec(feed)?.[0] ?? '';
  const [, id] = /<(?:id|guid)\b[^>]*>([\s\S]*?)<\/(?:id|guid)>/.exec(entry) ?? [];
  return id !== undefined && /\{\{\s*post\./.test(id.replaceAll(/site\.\w+/g, '')) ? id : undefined;
}
