// `octavo/config`: what src/site.config.ts imports. It must not import anything that reads the
// settings, which wait for the file that imports this.
import type { SiteConfig } from './blog/settings.ts';

export { defineHastPlugin, defineMdastPlugin } from 'satteri';
export { z } from 'zod';
export type { FrontMatter } from './owner.ts';
export type { SiteConfig };

/** Returns the settings of a blog as they are; an editor completes and checks them. */
export function defineConfig(settings: SiteConfig): SiteConfig {
  return settings;
}
