import type { HastPluginEntry, MdastPluginEntry } from 'satteri';
import type { z } from 'zod';

type Shape = Record<string, z.ZodType>;

/** Front matter keys of the owner's own, by collection. */
export type FrontMatter = Partial<Record<'posts' | 'pages' | 'authors', Shape>>;

/** What an owner's `src/site.config.ts` exports. */
export interface OwnerConfig {
  settings: unknown;
  frontMatter: FrontMatter;
  mdastPlugins: MdastPluginEntry[];
  hastPlugins: HastPluginEntry[];
}

/** Returns what a module `src/site.config.ts` exports, with defaults for what it leaves out. */
export function siteConfigOf(exported: Record<string, unknown>): OwnerConfig {
  const { default: settings, ...named } = exported as { default?: unknown } & Partial<OwnerConfig>;
  return {
    settings,
    frontMatter: named.frontMatter ?? {},
    mdastPlugins: named.mdastPlugins ?? [],
    hastPlugins: named.hastPlugins ?? [],
  };
}
