import { feedLists } from '../addresses/feed-addresses.ts';
import type { FeedList } from '../addresses/feed-formats.ts';
import { postFolder } from '../addresses/permalink.ts';
import { paths } from '../addresses/urls.ts';
import { stringsFor } from '../strings/strings.ts';
import type { Blog } from './blog.ts';

/** The list of all notes. */
export const NOTES: FeedList = { kind: 'notes', slug: '' };

/** Returns the lists of a blog that have feeds. */
export function feedListsOf<Data>(blog: Blog<Data>): FeedList[] {
  const { site, tags, series, authors, posts } = blog;
  const lists = feedLists({
    tags: [...tags.keys()],
    series: [...series.keys()],
    authors: authors.map(({ id }) => id),
    posts: posts.flatMap(({ id, kind }) => (kind === 'post' ? id : [])),
  });
  return site.notes ? [...lists, NOTES] : lists;
}

/**
 * Returns the name, the posts, newest first, and the path of the page of a list; `undefined` for one
 * that is gone. A folder may have no page, and has the index.
 */
export function findList<Data>(
  { kind, slug }: FeedList,
  { site, tags, series, authors, posts, pages, notes }: Blog<Data>,
) {
  switch (kind) {
    case 'tag': {
      const tag = tags.get(slug);
      return tag && { name: tag.name, url: paths.tag(slug), posts: tag.posts };
    }
    case 'series': {
      const name = series.get(slug)?.name;
      const parts = posts.filter(({ part }) => part?.series.slug === slug);
      return name === undefined ? undefined : { name, url: paths.series(slug), posts: parts };
    }
    case 'author': {
      const author = authors.find(({ id }) => id === slug);
      const own = posts.filter((post) => post.authors.some(({ id }) => id === slug));
      return author && { name: author.name, url: paths.author(slug), posts: own };
    }
    case 'notes':
      return { name: stringsFor(site).notes, url: paths.notes(), posts: notes };
    case 'folder': {
      const isPost = ({ kind }: (typeof posts)[number]) => kind === 'post';
      const inside = posts
        .filter(isPost)
        .filter(({ id }) => `${postFolder(id)}/`.startsWith(`${slug}/`));
      const page = pages.find(({ section }) => section === slug);
      const { title: name, url } = page ?? { title: slug, url: paths.index() };
      return { name, url, posts: inside };
    }
  }
}
