import { getBlog } from '../blog/posts.ts';
import { feedItems } from '../feeds/items.ts';
import { rssFeed } from '../feeds/rss.ts';

export async function GET(): Promise<Response> {
  const { posts } = await getBlog();
  return rssFeed(await feedItems(posts));
}
