import type { APIRoute, GetStaticPaths } from 'astro';
import { feedAddresses } from '../../addresses/feed-addresses.ts';
import { postListsOf } from '../../blog/feed-list.ts';
import { feedKey } from '../../site/page-keys.ts';
import { blogOfRoute, getBlog } from '../../site/get-blog.ts';
import { languageOf } from '../../site/language-of.ts';
import { feedOf, feedPosts, type ListedFeed } from '../../feeds/feed.ts';
import { formats } from '../../feeds/formats.ts';
import { feedItems } from '../../feeds/items.ts';

export const getStaticPaths = (async (options) => {
  const blog = await blogOfRoute(options);
  const { site } = blog;
  const contents = { posts: blog.mainPosts.length, lists: postListsOf(blog) };
  return feedAddresses(site, contents).map((address) => ({
    params: { feed: address.path.slice(1) },
    props: { address },
    // Only a build reads it.
    get cacheKey() {
      return feedKey(address, feedPosts(address, blog, site), blog);
    },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ address: ListedFeed }> = async ({ url, props: { address } }) => {
  const { site } = languageOf({ url });
  const blog = await getBlog(site);
  const items = await feedItems(feedPosts(address, blog, site), site);
  const { type, write } = formats[address.format];
  const body = await write(feedOf(address, blog, items, site));
  return new Response(body, { headers: { 'content-type': `${type}; charset=utf-8` } });
};
