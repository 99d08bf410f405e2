// `octavo/routes`: the static paths of the index and the articles, for the owner's routes.
import { pinnedFirst } from './blog/order.ts';
import { articleKey, listKey } from './site/page-keys.ts';
import { paginate, type ListPage } from './blog/pagination.ts';
import { blogOfRoute, getBlog, type Blog, type Post } from './site/get-blog.ts';
import { languageOf } from './site/language-of.ts';
import { parameterBelow } from './addresses/urls.ts';

/** The pages of the index, at least one. */
type IndexPages = [ListPage<Post>, ...ListPage<Post>[]];

/** Returns the pages of the index in the language of a page, newest posts first: `indexPages(Astro)`. */
export async function indexPages(page?: { url: URL }): Promise<IndexPages> {
  return pagesOf(await getBlog(page && languageOf(page).site));
}

/** Returns the static paths of the second and later pages of the index: `/page/[page]`. */
export async function olderIndexPaths(options = ROOT) {
  const blog = await blogOfRoute(options);
  const [, ...older] = pagesOf(blog);
  return older.map((page) => ({
    params: { page: String(page.number) },
    props: { page },
    cacheKey: listKey(page, blog),
  }));
}

/** Returns the static paths of all posts: `/[...post]`, each at its permalink. */
export async function articlePaths(options = ROOT) {
  const blog = await blogOfRoute(options);
  return [...blog.posts, ...blog.unlisted].map((post) => ({
    params: { post: parameterBelow('/', post.url) },
    props: { post, blog },
    // Only a build reads it; in `dev`, related posts of all posts would take most of the time.
    get cacheKey() {
      return articleKey(post, blog);
    },
  }));
}

/** A route in the language of the blog. */
const ROOT = { routePattern: '/' };

function pagesOf({ listed, site }: Blog): IndexPages {
  const ordered = site.index === 'by-year' ? listed : pinnedFirst(listed);
  return paginate(ordered, site.pageSize) as IndexPages;
}
