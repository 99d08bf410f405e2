// `octavo/routes`: the static paths of the index and the articles, for the owner's routes.
import { pinnedFirst } from './blog/order.ts';
import { articleKey, listKey } from './site/page-keys.ts';
import { paginate, type ListPage } from './blog/pagination.ts';
import { getBlog, type Post } from './site/get-blog.ts';
import { site } from 'virtual:octavo/context';
import { parameterBelow } from './addresses/urls.ts';

/** Returns the pages of the index, newest posts first, at least one. */
export async function indexPages(): Promise<[ListPage<Post>, ...ListPage<Post>[]]> {
  const { posts } = await getBlog();
  const ordered = site.index === 'by-year' ? posts : pinnedFirst(posts);
  return paginate(ordered, site.pageSize) as [ListPage<Post>, ...ListPage<Post>[]];
}

/** Returns the static paths of the second and later pages of the index: `/page/[page]`. */
export async function olderIndexPaths() {
  const [blog, [, ...older]] = await Promise.all([getBlog(), indexPages()]);
  return older.map((page) => ({
    params: { page: String(page.number) },
    props: { page },
    cacheKey: listKey(page, blog),
  }));
}

/** Returns the static paths of all posts: `/[...post]`, each at its permalink. */
export async function articlePaths() {
  const blog = await getBlog();
  return [...blog.posts, ...blog.unlisted].map((post) => ({
    params: { post: parameterBelow('/', post.url) },
    props: { post, blog },
    cacheKey: articleKey(post, blog),
  }));
}
