// `octavo/types`: the types of the content, for components of a blog.
export type { Author, Blog, Post } from './site/get-blog.ts';
