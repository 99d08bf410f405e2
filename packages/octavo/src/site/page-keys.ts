import { pageKeys } from '../blog/page-keys.ts';
import { mediaVersion } from '../markdown/pictures/picture-files.ts';
import type { Post } from './get-blog.ts';

export const { articleKey, twinKey, listKey, feedKey } = pageKeys<Post>(({ cover, text }) => [
  cover?.image.src,
  text.pictures.map(mediaVersion),
]);
