// The private interface of the modules that Astro bundles to make pages: compare
// astro/dist/core/build/app.js with each new version.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroPrerenderer, PathWithRoute, RouteData } from 'astro';
import { readCached } from '../read-cached.ts';

/** The file of the record of a bundle, in its folder. */
export const RECORD = 'bundle.json';

/** The style sheets of each route, by Astro's key. */
export type RouteStyles = [key: string, page: { styles: unknown }][];

/** The pages of a bundle. */
export interface App {
  manifest: { routes: { routeData: RouteData }[] };
  setInternals: (internals: object) => void;
  setOptions: (options: object) => void;
  /** The static paths of routes. */
  routeCache: { clearAll: () => void };
  render: (request: Request, options: { routeData: RouteData }) => Promise<Response>;
}

/** The module that a bundle begins with. */
interface Entry {
  app: App;
  StaticPaths: new (app: App) => { getAll: () => Promise<PathWithRoute[]> };
}

/** Adds Astro's class of static paths to the bundle's entry: loading it from Astro takes longer. */
export function withStaticPaths(code: string, id: string): string | undefined {
  if (!id.endsWith('/astro/dist/entrypoints/prerender.js')) return undefined;
  return `${code}\nexport { StaticPaths } from '../runtime/prerender/static-paths.js';`;
}

/** Loads the bundle in a folder; `paths` returns those of its pages. */
export async function openApp(folder: string) {
  const [entry = ''] = globSync('server/prerender-entry.*.mjs', { cwd: folder });
  const { href } = pathToFileURL(join(folder, entry));
  const { app, StaticPaths } = (await import(/* @vite-ignore */ href)) as Entry;
  const { styles } = readCached<{ styles: RouteStyles }>(join(folder, RECORD))!;
  app.setInternals({ pagesByKeys: new Map(styles) });
  app.setOptions({
    // A site with injected scripts needs Vite.
    settings: { scripts: [] },
    logger: { options: { destination: { write: () => true } } },
  });
  return { app, paths: () => new StaticPaths(app).getAll() };
}

type InjectedScript = Record<'stage' | 'content', string>;

/**
 * Returns the scripts that integrations inject into the HTML of every page; `undefined` if this
 * version of Astro does not expose them. Its prerenderer keeps them in its app
 * (astro/dist/core/build/default-prerenderer.js).
 */
export function injectedScripts(prerenderer: AstroPrerenderer): InjectedScript[] | undefined {
  const { app } = prerenderer as { app?: { getSettings?: () => { scripts?: InjectedScript[] } } };
  const scripts = app?.getSettings?.().scripts;
  return scripts?.filter(({ stage }) => stage === 'page' || stage === 'head-inline');
}
