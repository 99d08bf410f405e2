import type { HastPluginEntry, MdastPluginEntry } from 'satteri';
import type { z } from 'zod';
import type { Settings } from './settings.ts';

/** `build` shows published content; `preview` and `dev` also drafts and scheduled posts. */
export type Mode = 'build' | 'preview' | 'dev';

/** The input of one run of a command: made once, then passed on. */
export interface Context {
  /** The blog's root folder, with a slash at its end. */
  root: string;
  settings: Settings;
  mode: Mode;
  /** The time for which the site is built, in milliseconds since 1970. */
  now: number;
}

/** A context with the owner's code, which only Node can load. */
export interface NodeContext extends Context {
  extensions: Extensions;
}

/** The schemas of front matter keys. */
export type Shape = Record<string, z.ZodType>;

/** The front matter keys that an owner adds, by collection. */
export type FrontMatterKeys = Partial<Record<'posts' | 'notes' | 'pages' | 'authors', Shape>>;

/** The named exports of the owner's `src/site.config.ts`. */
export interface Extensions {
  frontMatter: FrontMatterKeys;
  mdastPlugins: MdastPluginEntry[];
  hastPlugins: HastPluginEntry[];
}

export const NO_EXTENSIONS: Extensions = { frontMatter: {}, mdastPlugins: [], hastPlugins: [] };
