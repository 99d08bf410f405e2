import { postFolder } from 'octavo/internal/addresses/permalink';
import type { Placed } from './placing.ts';

const POSTS = 'src/content/posts/';

/** Returns the posts that lists show. */
export function listedPosts(placed: readonly Placed[]): Placed[] {
  return placed.filter(
    ({ collection, data }) => collection === 'posts' && data.isPublished && !data.unlisted,
  );
}

/** Returns the folder of the new site that has the posts of an old folder and no others. */
export function sectionFolder(section: string, placed: readonly Placed[]): string | undefined {
  const slug = postFolder(`${section}/`);
  const isListed = ({ page }: Placed) => `${page.folders.join('/')}/`.startsWith(`${section}/`);
  const isInside = ({ path }: Placed) =>
    path.startsWith(POSTS) && `${postFolder(folderId(path))}/`.startsWith(`${slug}/`);
  const posts = listedPosts(placed);
  const isSame = posts.every((post) => isInside(post) === isListed(post));
  return isSame && posts.some(isInside) ? slug : undefined;
}

/** The id of a post without the name of its bundle. */
function folderId(path: string): string {
  return path.slice(POSTS.length).replace(/\/index\.md$/, '');
}
