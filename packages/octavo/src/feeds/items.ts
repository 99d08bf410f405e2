import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { publishedFile, sharedPicture, withPictures } from '../markdown/pictures/picture-files.ts';
import { htmlOfPost, renderBody, type Post } from '../site/get-blog.ts';
import type { Settings } from '../settings/settings.ts';
import { hostOf } from '../addresses/host-of.ts';
import { absolute } from '../addresses/urls.ts';
import { escapeHtml } from '../html/escape-html.ts';
import { stringsFor } from '../strings/strings.ts';
import { mediaAddresses, mediaType } from './enclosures.ts';
import { componentRenderers } from './component-renderers.ts';
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
  const html = (await withPictures(await articleHtml(post), 'feed', site)) + linkLine(post, site);
  const cover = await feedCover(post, site);
  return {
    /** Stays the same for as long as it is the same post. */
    id: feedId(post, site),
    /** The article. */
    url,
    title: post.title,
    /** False for a note whose title is its first words. */
    hasTitle: post.hasTitle,
    /** The page that it is about, and the page on which its author found it. */
    link: post.link,
    via: post.via,
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

/** Returns the last line of a link post, since few feed readers show its link. */
function linkLine({ link, via, url }: Post, site: Settings): string {
  if (link === undefined) return '';
  const links = [
    [link, hostOf(link)],
    ...(via === undefined ? [] : [[via, stringsFor(site).via(hostOf(via))]]),
    // Where the title leads to the linked page.
    ...(site.feeds.linkPosts === 'linked' ? [[absolute(url, site), '∞']] : []),
  ];
  const html = links.map(([to, text]) => `<a href="${escapeHtml(to!)}">${escapeHtml(text!)}</a>`);
  return `<p>${html.join(' · ')}</p>`;
}

/** Returns the HTML of an article: of Markdown as it is kept, of MDX as Astro renders it. */
export async function articleHtml(post: Post): Promise<string> {
  return post.path.endsWith('.mdx') ? htmlOfMdx(post) : htmlOfPost(post);
}

export async function htmlOfMdx(entry: Pick<Post, 'path'>): Promise<string> {
  const { Content } = await renderBody(entry);
  // Not by `loadRenderers`, which imports those of named packages alone.
  const container = await AstroContainer.create({ renderers: componentRenderers });
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
