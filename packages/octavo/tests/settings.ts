import type { SiteConfig } from '../../src/blog/settings.ts';

/** Stands for src/site.config.ts in unit tests. */
export default {
  title: 'Notes',
  description: 'Notes on many things.',
  url: 'https://example.com/',
  author: 'jane',
} satisfies SiteConfig;
