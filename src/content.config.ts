import { defineCollection } from 'astro:content';
import { authorSchema, pageSchema, postSchema } from './blog/schema.ts';
import { site } from './blog/settings.ts';
import { contentLoader } from './loader/loader.ts';

const { timeZone } = site;
const drafts = IS_PREVIEW;

export const collections = {
  posts: defineCollection({
    loader: contentLoader('posts', { drafts }),
    schema: ({ image }) => postSchema({ timeZone, image: image() }),
  }),
  pages: defineCollection({
    loader: contentLoader('pages', { drafts }),
    schema: pageSchema({ timeZone }),
  }),
  authors: defineCollection({
    loader: contentLoader('authors', { drafts }),
    schema: authorSchema(),
  }),
};
