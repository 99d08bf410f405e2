import { feedLists } from '../addresses/feed-addresses.ts';
import type { FeedList } from '../addresses/feed-formats.ts';
import { postFolder } from '../addresses/permalink.ts';
import { paths } from '../addresses/urls.ts';
import type { Blog, Post } from './blog.ts';

/** A list of posts, as its feed shows it. */
interface NamedList<Data> {
  name: string;
  /** The path of its page; of a folder without one (`section`) the index. */
  url: string;
  /** Newest first. */
  posts: Post<Data>[];
}

/** Returns the lists of a blog that have feeds. */
export function feedListsOf<Data>({ tags, series, authors, posts }: Blog<Data>): FeedList[] {
  return feedLists({
    tags: [...tags.keys()],
    series: [...series.keys()],
    authors: authors.map(({ id }) => id),
    posts: posts.map(({ id }) => id),
  });
}

/** Returns a list of a blog; `undefined` for one that is gone. */
export function findList<Data>(
  { kind, slug }: FeedList,
  { tags, series, authors, posts, pages }: Blog<Data>,
): NamedList<Data> | undefined {
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
    case 'folder': {
      const inside = posts.filter(({ id }) => `${postFolder(id)}/`.startsWith(`${slug}/`));
      const page = pages.find(({ section }) => section === slug);
      const { title: name, url } = page ?? { title: slug, url: paths.index() };
      return { name, url, posts: inside };
    }
  }
}
