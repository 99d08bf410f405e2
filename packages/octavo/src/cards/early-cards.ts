import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { blogsOf } from '../blog/blogs.ts';
import { withoutText } from '../blog/entry.ts';
import type { Content } from '../content/content-file.ts';
import type { Context } from '../settings/context.ts';
import type { Blog } from '../site/get-blog.ts';
import { CARDS_FOLDER, cardsOf, siteCard, type Card } from './cards.ts';

/** With fewer posts, the worker takes longer to start than it saves. */
const MIN_POSTS = 20;

/**
 * Starts to draw the cards of a site without cached cards, in a worker, while this thread renders
 * texts. What the worker has not drawn is drawn where its file is made.
 */
export function drawEarly(content: Content, context: Context): void {
  const { root, settings } = context;
  if (!settings.cards || content.posts.length < MIN_POSTS || availableParallelism() === 1) return;
  if (existsSync(join(root, CARDS_FOLDER))) return;
  const workerData = { root, sets: cardSets(content, context) };
  const worker = new Worker(new URL('./card-worker.ts', import.meta.url), { workerData });
  worker.on('error', () => undefined).unref();
}

/** The cards of a language, as plain data. */
export interface CardSet {
  language: string;
  /** The card of the site. */
  site: Card;
  cards: Card[];
}

/** Returns the cards that depend on front matter alone, by language. */
export function cardSets(content: Content, context: Context): CardSet[] {
  const { root } = context;
  // As Astro knows a picture in front matter.
  const pictureAt = (path: string, picture: string | undefined) =>
    picture === undefined ? undefined : { fsPath: join(root, dirname(path), picture) };
  const posts = content.posts.map(({ data: { cover, ...data }, ...file }) => {
    const image = pictureAt(file.path, cover?.image);
    return withoutText({ ...file, data: { ...data, cover: cover && { ...cover, image } } });
  });
  const authors = content.authors.map(({ data, ...file }) =>
    withoutText({ ...file, data: { ...data, portrait: pictureAt(file.path, data.portrait) } }),
  );
  const blogs = blogsOf({ posts, pages: content.pages.map(withoutText), authors }, context);
  return blogs.map((blog) => {
    // The title of a note may be its first words.
    const titled = { ...blog, posts: blog.posts.filter(({ hasTitle }) => hasTitle) };
    const cards = cardsOf(titled as unknown as Blog, root);
    return { language: blog.site.language, site: siteCard(blog.site), cards };
  });
}
