import type { SiteConfig } from '../src/settings/settings.ts';

/** What `#site-config` is in unit tests. */
export const settings = {
  title: 'Notes',
  description: 'Notes on many things.',
  url: 'https://example.com/',
  author: 'jane',
} satisfies SiteConfig;

export const frontMatter = {};
export const mdastPlugins = [];
export const hastPlugins = [];
