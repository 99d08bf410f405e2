import { defineConfig, defineFrontMatter } from 'octavo/config';

/** The settings of your blog. Your editor completes and documents them. */
export default defineConfig({
  title: '{{title}}',
  description: '{{description}}',
  url: '{{url}}',
  language: '{{language}}',
  timeZone: '{{timeZone}}',
  author: '{{authorId}}',
  nav: [
    { label: 'Archive', link: '/archive/' },
    { label: 'Tags', link: '/tags/' },
    { label: 'About', link: '/about/' },
  ],
});

/** Front matter keys of your own. */
export const frontMatter = defineFrontMatter({});
