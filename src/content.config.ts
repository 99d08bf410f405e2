import { defineCollection } from 'astro:content';
import { authorSchema, pageSchema, postSchema } from './blog/schema.ts';
import { site } from './blog/settings.ts';
import { contentLoader } from './loader/loader.ts';

const { timeZone } = site;

export const collections = {
  posts: defineCollection({
    loader: contentLoader('posts'),
    schema: ({ image }) => postSchema({ timeZone, image: image() }),
  }),
  pages: defineCollection({ loader: contentLoader('pages'), schema: pageSchema({ timeZone }) }),
  authors: defineCollection({ loader: contentLoader('authors'), schema: authorSchema() }),
};
