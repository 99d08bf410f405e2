import { defineConfig, defineFrontMatter } from 'octavo/config';

/** The settings of your blog. Your editor completes and documents them. */
export default defineConfig({
  title: 'My blog',
  description: 'A blog by Your Name.',
  url: 'https://my-blog.example/',
  language: 'en',
  timeZone: 'UTC',
  author: 'author',
  nav: [
    { label: 'Archive', link: '/archive/' },
    { label: 'Tags', link: '/tags/' },
    { label: 'About', link: '/about/' },
  ],
});

/** Front matter keys of your own. */
export const frontMatter = defineFrontMatter({});
