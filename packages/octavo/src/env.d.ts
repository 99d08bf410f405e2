declare module 'virtual:octavo/context' {
  /** The context of the running command, for routes, layouts and components. */
  export const context: import('./settings/context.ts').Context;
  /** The settings and the strings of each language. */
  export const languages: import('./site/language-of.ts').Language[];
  /** The settings of the language of the blog. */
  export const site: import('./settings/settings.ts').Settings;
  /** The file in which Astro stores the entries of collections. */
  export const entriesFile: string;
  /** The name of the folder of assets of a built site. */
  export const assets: string;
  /** The strings of the interface in the language of the blog. */
  export const t: import('./strings/strings.ts').Strings;
  /** The folder of the engine's sources, with a slash at its end. */
  export const engineFolder: string;
}

interface ImportMetaEnv {
  /** True in a blog with several languages. */
  readonly SEVERAL_LANGUAGES: boolean;
}

declare module 'virtual:astro:renderers' {
  /** The renderers of the integrations; undefined if Astro has no such module. */
  export const renderers: import('astro').SSRLoadedRenderer[] | undefined;
}
