import { defineConfig, defineFrontMatter } from 'octavo/config';

/**
 * The settings of your blog. An editor shows what each one does;
 * docs/src/content/pages/reference/settings.md lists them all.
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
  series: {
    'Proxies from the ground up':
      'What a proxy can know and do follows from the layers that it terminates, and from how far it can be extended.',
  },
  license: { name: 'MIT License', link: 'https://opensource.org/license/mit' },
});

/** Front matter keys of your own. */
export const frontMatter = defineFrontMatter({});
