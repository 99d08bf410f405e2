import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import mdxRenderer from '@astrojs/mdx/server.js';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { publishedFile, sharedPicture, withPictures } from '../markdown/pictures/picture-files.ts';
import { htmlOfPost, renderBody, type Post } from '../site/get-blog.ts';
import type { Settings } from '../settings/settings.ts';
import { absolute } from '../addresses/urls.ts';
import { mediaAddresses, mediaType } from './enclosures.ts';
import { feedAuthor } from './feed-author.ts';
import { feedId } from './id.ts';
import { portableHtml } from './portable-html.ts';
import type { FeedCover } from './portable/media.ts';

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

/** A post as a feed carries it. */
export type FeedItem = Awaited<ReturnType<typeof feedItem>>;

async function feedItem(post: Post, site: Settings) {
  const url = absolute(post.url, site);
  const html = await withPictures(await articleHtml(post), 'feed', site);
  const cover = await feedCover(post, site);
  return {
    /** Stays the same for as long as it is the same post. */
    id: feedId(post, site),
    /** The article. */
    url,
    title: post.title,
    /** The language of the post, if its front matter names one. */
    language: post.lang,
    /** Empty where there is none. */
    summary: post.summary,
    /** First publication: an edit does not change it. */
    published: post.date,
    /** The last change that its author names. */
    updated: post.updated,
    authors: post.authors.map((author) => feedAuthor(author, site)),
    tags: post.tags.map(({ name }) => name),
    cover,
    /** The sounds and videos in the article that are files of the site; the length is in bytes. */
    enclosures: mediaAddresses(html).flatMap((address) => enclosure(address, url, site)),
    /** The text of the article; absent where feeds carry summaries. */
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
  return cover && { ...(await sharedPicture(cover.image, site)), ...cover };
}

/** Returns the enclosure at a URL, if it is a file of this site. */
function enclosure(address: string, page: string, site: Settings) {
  const type = mediaType(address);
  const file = publishedFile(address, site);
  if (type === undefined || file === undefined) return [];
  return [{ url: new URL(address, page).href, length: statSync(resolve(file)).size, type }];
}
