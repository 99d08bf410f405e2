import type { FeedList } from '../addresses/feed-formats.ts';
import { foldersAbove, postFolder } from '../addresses/permalink.ts';
import { paths } from '../addresses/urls.ts';
import type { PostData } from '../content/content-file.ts';
import { stringsFor } from '../strings/strings.ts';
import type { Blog, Post } from './blog.ts';

/** The list of all notes. */
export const NOTES: FeedList = { kind: 'notes', slug: '' };

/** A list of posts that has feeds. */
export interface PostList<Data = PostData> extends FeedList {
  name: string;
  /** The path of its page; that of the index for a folder without one. */
  url: string;
  /** Newest first. */
  posts: Post<Data>[];
}

/** Returns the lists of a blog that have feeds. */
export function postListsOf<Data>(blog: Blog<Data>): PostList<Data>[] {
  const { site, tags, series, authors, posts, notes, pages } = blog;
  const inFolders = posts.flatMap((post) => {
    return post.kind === 'post' ? { post, folder: `${postFolder(post.id)}/` } : [];
  });
  return [
    ...tags.values().map((tag): PostList<Data> => {
      return { ...tag, kind: 'tag', url: paths.tag(tag.slug) };
    }),
    ...series.values().map(({ slug, name, posts: parts }): PostList<Data> => {
      const newest = posts.filter((post) => parts.includes(post));
      return { kind: 'series', slug, name, url: paths.series(slug), posts: newest };
    }),
    ...authors.map((author): PostList<Data> => {
      const own = posts.filter((post) => post.authors.includes(author));
      return { kind: 'author', slug: author.id, name: author.name, url: author.url, posts: own };
    }),
    ...foldersAbove(inFolders.map(({ folder }) => folder)).map((slug): PostList<Data> => {
      const page = pages.find(({ section }) => section === slug);
      const { title: name, url } = page ?? { title: slug, url: paths.index() };
      const below = inFolders.filter(({ folder }) => folder.startsWith(`${slug}/`));
      return { kind: 'folder', slug, name, url, posts: below.map(({ post }) => post) };
    }),
    ...(site.notes
      ? [{ ...NOTES, name: stringsFor(site).notes, url: paths.notes(), posts: notes }]
      : []),
  ];
}
