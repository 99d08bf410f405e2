// What `#site-config` is in Node: the named exports of the owner's src/site.config.ts. In Vite it
// is a virtual module of the same shape (vite-plugin.ts).
import { pathToFileURL } from 'node:url';
import { siteConfigOf } from './owner.ts';
import { projectRoot } from './project-root.ts';

const file = pathToFileURL(`${projectRoot}src/site.config.ts`).href;

export const { settings, frontMatter, mdastPlugins, hastPlugins } = siteConfigOf(
  (await import(file)) as Record<string, unknown>,
);
