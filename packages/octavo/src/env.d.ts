/** Set by build/mode.ts: true in `dev`, false in a build. */
declare const IN_DEVELOPMENT: boolean;
/** Set by build/mode.ts: true in a build with drafts. */
declare const IS_PREVIEW: boolean;
/** Set by build/mode.ts: the project's folder. */
declare const PROJECT_ROOT: string;
/** Set by build/mode.ts: the folder of the engine's sources. */
declare const ENGINE_FOLDER: string;

declare module '@astrojs/mdx/server.js' {
  import type { SSRLoadedRendererValue } from 'astro';
  const renderer: SSRLoadedRendererValue;
  export default renderer;
}
