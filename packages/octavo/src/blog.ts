// `octavo/blog`: what the pages and components of an owner read the blog from.
export { formatDate } from './content/dates.ts';
export { getBlog, type Author, type Blog, type Post } from './site/get-blog.ts';
export type { Series } from './blog/series.ts';
export { site } from 'virtual:octavo/context';
export type { Settings } from './settings/settings.ts';
export type { Tag } from './blog/tags.ts';
export { absolute, href, paths } from './addresses/urls.ts';
