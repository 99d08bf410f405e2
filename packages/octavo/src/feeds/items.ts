import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import mdxRenderer from '@astrojs/mdx/server.js';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { publishedFile, sharedPicture, withPictures } from '../markdown/pictures/picture-files.ts';
import { htmlOfPost, renderBody, type Post } from '../site/get-blog.ts';
import type { Settings } from '../settings/settings.ts';
import { absolute } from '../addresses/urls.ts';
import { mediaAddresses, mediaType } from './enclosures.ts';
import { feedAuthor, type FeedCover, type FeedItem } from './feed.ts';
import { feedId } from './id.ts';
import { portableHtml } from './portable-html.ts';

const made = new WeakMap<Post, Promise<FeedItem>>();

/** Returns the items of posts, in their order. The item of a post is made once for all feeds. */
export function feedItems(posts: readonly Post[], site: Settings): Promise<FeedItem[]> {
  return Promise.all(
    posts.map((post) => {
      const item = made.get(post) ?? feedItem(post, site);
      made.set(post, item);
      return item;
    }),
  );
}

async function feedItem(post: Post, site: Settings): Promise<FeedItem> {
  const url = absolute(post.url, site);
  const html = await withPictures(await articleHtml(post), 'feed', site);
  const cover = await feedCover(post, site);
  return {
    id: feedId(post, site),
    url,
    title: post.title,
    language: post.lang,
    summary: post.summary,
    published: post.date,
    updated: post.updated,
    authors: post.authors.map((author) => feedAuthor(author, site)),
    tags: post.tags.map(({ name }) => name),
    cover,
    enclosures: mediaAddresses(html).flatMap((address) => enclosure(address, url, site)),
    html:
      site.feeds.content === 'full'
        ? portableHtml(html, url, { cover, site, lang: post.lang })
        : undefined,
  };
}

/** Returns the HTML of an article: of Markdown as it is kept, of MDX as Astro renders it. */
export async function articleHtml(post: Post): Promise<string> {
  if (!post.path.endsWith('.mdx')) return htmlOfPost(post);
  const { Content } = await renderBody(post);
  const container = await AstroContainer.create();
  // Not by `loadRenderers`, which imports the renderer from the blog, where pnpm has none.
  container.addServerRenderer({ name: 'astro:jsx', renderer: mdxRenderer });
  return container.renderToString(Content);
}

async function feedCover({ cover }: Post, site: Settings): Promise<FeedCover | undefined> {
  if (!cover) return undefined;
  const { url, width, height } = await sharedPicture(cover.image, site);
  const { alt, caption } = cover;
  return { url, width, height, alt, caption };
}

/** Returns the enclosure at a URL, if it is a file of this site. */
function enclosure(address: string, page: string, site: Settings): FeedItem['enclosures'] {
  const type = mediaType(address);
  const file = publishedFile(address, site);
  if (type === undefined || file === undefined) return [];
  return [{ url: new URL(address, page).href, length: statSync(resolve(file)).size, type }];
}
