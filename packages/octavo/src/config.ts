// `octavo/config`: what src/site.config.ts imports.
import type { z } from 'zod';
import type { SiteConfig } from './settings/settings.ts';

export { defineHastPlugin, defineMdastPlugin } from 'satteri';
export { z } from 'zod';
export type { FrontMatterKeys } from './settings/context.ts';
export type { SiteConfig };

/** Returns the settings of a blog as they are; an editor completes and checks them. */
export function defineConfig(settings: SiteConfig): SiteConfig {
  return settings;
}

type Shape = Record<string, z.ZodType>;
type None = Record<never, never>;

/**
 * Returns the front matter keys that a blog adds, with none for a collection that is left out:
 * `defineFrontMatter({ posts: { mood: z.string().optional() } })`.
 */
export function defineFrontMatter<
  Posts extends Shape = None,
  Pages extends Shape = None,
  Authors extends Shape = None,
>(keys: { posts?: Posts; pages?: Pages; authors?: Authors }) {
  const none = { posts: {}, pages: {}, authors: {} };
  return { ...none, ...keys } as { posts: Posts; pages: Pages; authors: Authors };
}
