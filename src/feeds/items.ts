import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { loadRenderers } from 'astro:container';
import { render } from 'astro:content';
import { withPictures } from '../blog/picture-files.ts';
import type { Post } from '../blog/posts.ts';
import { absolute } from '../blog/urls.ts';
import { feedId } from './id.ts';
import { portableHtml } from './portable-html.ts';

/** A post as a feed carries it, in any format. */
export interface FeedItem {
  /** Stays the same for as long as it is the same post. */
  id: string;
  /** The whole address of the article. */
  url: string;
  title: string;
  summary: string;
  /** First publication: an edit does not change it. */
  published: Date;
  authors: string[];
  tags: string[];
  /** The text of the article, with every address whole. */
  html: string;
}

/** The newest posts that a feed carries. */
const FEED_LENGTH = 50;

/** Returns the items that every feed is made of, newest first. */
export async function feedItems(posts: readonly Post[]): Promise<FeedItem[]> {
  const container = await AstroContainer.create({
    renderers: await loadRenderers([getContainerRenderer()]),
  });
  const items = posts.slice(0, FEED_LENGTH).map(async (post) => {
    const { Content } = await render(post.entry);
    const url = absolute(post.url);
    return {
      id: feedId(post),
      url,
      title: post.title,
      summary: post.summary,
      published: new Date(post.date.time),
      authors: post.authors.map(({ name }) => name),
      tags: post.tags.map(({ name }) => name),
      html: portableHtml(await withPictures(await container.renderToString(Content), 'feed'), url),
    };
  });
  return Promise.all(items);
}
