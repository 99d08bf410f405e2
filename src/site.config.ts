import { defineConfig, defineFrontMatter } from 'octavo/config';

/**
 * The settings of your blog. An editor shows what each one does;
 * docs/settings.md lists them all.
 */
export default defineConfig({
  title: 'Octavo',
  description: 'Notes on proxies, containers and the systems between them.',
  url: 'https://octavo.example/',
  language: 'en',
  timeZone: 'UTC',
  author: 'octavo',
  nav: [
    { label: 'Archive', link: '/archive/' },
    { label: 'Tags', link: '/tags/' },
    { label: 'About', link: '/about/' },
  ],
});

/** Front matter keys of your own. */
export const frontMatter = defineFrontMatter({});
