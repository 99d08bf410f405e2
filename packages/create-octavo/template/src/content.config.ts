import { defineCollection } from 'astro:content';
import { authorSchema, loader, pageSchema, postSchema } from 'octavo/content';

export const collections = {
  posts: defineCollection({ loader: loader('posts'), schema: postSchema }),
  pages: defineCollection({ loader: loader('pages'), schema: pageSchema() }),
  authors: defineCollection({ loader: loader('authors'), schema: authorSchema() }),
};
