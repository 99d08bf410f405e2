import { authorSchema, defineCollection, loader, pageSchema, postSchema } from 'octavo/content';
import { frontMatter } from './site.config.ts';

export const collections = {
  posts: defineCollection({ loader: loader('posts'), schema: postSchema }),
  pages: defineCollection({
    loader: loader('pages'),
    schema: pageSchema().extend(frontMatter.pages),
  }),
  authors: defineCollection({ loader: loader('authors'), schema: authorSchema }),
};
