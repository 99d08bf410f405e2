// `octavo/config`: the API for src/site.config.ts.
import type { z } from 'zod';
import type { SiteConfig } from './settings/settings.ts';

export { defineHastPlugin, defineMdastPlugin } from 'satteri';
export { z } from 'zod';
export type { FrontMatterKeys } from './settings/context.ts';
export type { SiteConfig };

/** Returns the settings unchanged; its type lets editors complete and check them. */
export function defineConfig(settings: SiteConfig): SiteConfig {
  return settings;
}

type Shape = Record<string, z.ZodType>;
type None = Record<never, never>;

/**
 * Returns the front matter keys that a blog adds; a collection without keys can be omitted:
 * `defineFrontMatter({ posts: { mood: z.string().optional() } })`.
 */
export function defineFrontMatter<
  Posts extends Shape = None,
  Notes extends Shape = None,
  Pages extends Shape = None,
  Authors extends Shape = None,
>(keys: { posts?: Posts; notes?: Notes; pages?: Pages; authors?: Authors }) {
  const none = { posts: {}, notes: {}, pages: {}, authors: {} };
  return { ...none, ...keys } as { posts: Posts; notes: Notes; pages: Pages; authors: Authors };
}
