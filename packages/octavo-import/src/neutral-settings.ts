// What `#site-config` is in an import: settings without an effect on it.
import type { SiteConfig } from 'octavo/internal/settings/settings';

export const settings: SiteConfig = {
  title: 'Import',
  description: 'Import.',
  url: 'https://example.com/',
  author: 'author',
};
export const frontMatter = {};
export const mdastPlugins = [];
export const hastPlugins = [];
