import { postFolder } from 'octavo/internal/addresses/permalink';
import type { Placed } from './placing.ts';

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
  const isInside = ({ collection, id }: Placed) =>
    collection === 'posts' && `${postFolder(id)}/`.startsWith(`${slug}/`);
  const posts = listedPosts(placed);
  const isSame = posts.every((post) => isInside(post) === isListed(post));
  return isSame && posts.some(isInside) ? slug : undefined;
}
