import type { HastPluginEntry, MdastPluginEntry } from 'satteri';
import type { z } from 'zod';
import type { Settings } from './settings.ts';

/** `build` shows what is published; `preview` and `dev` show drafts and scheduled posts too. */
export type Mode = 'build' | 'preview' | 'dev';

/** What one run of a command works on: made once, then passed. */
export interface Context {
  /** The blog's root folder, with a slash at its end. */
  root: string;
  settings: Settings;
  mode: Mode;
  /** The moment for which the site is made, in milliseconds since 1970. */
  now: number;
}

/** The context of code in Node, which has the owner's code too. */
export interface NodeContext extends Context {
  extensions: Extensions;
}

type Shape = Record<string, z.ZodType>;

/** Front matter keys of the owner's own, by collection. */
export type FrontMatterKeys = Partial<Record<'posts' | 'pages' | 'authors', Shape>>;

/** The named exports of the owner's `src/site.config.ts`. */
export interface Extensions {
  frontMatter: FrontMatterKeys;
  mdastPlugins: MdastPluginEntry[];
  hastPlugins: HastPluginEntry[];
}

/** No front matter keys and no plugins of the owner's own. */
export const NO_EXTENSIONS: Extensions = { frontMatter: {}, mdastPlugins: [], hastPlugins: [] };
