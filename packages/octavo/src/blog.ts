// `octavo/blog`: what the pages and components of an owner read the blog from.
export { formatDate } from './blog/dates.ts';
export { getBlog, type Author, type Blog, type Post } from './blog/posts.ts';
export type { Series } from './blog/series.ts';
export { site, type Settings } from './blog/settings.ts';
export type { Tag } from './blog/tags.ts';
export { absolute, href, paths } from './blog/urls.ts';
