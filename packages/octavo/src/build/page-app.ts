// Everything that the engine knows of the modules that Astro bundles to make pages. It is not part of
// Astro's public interface: read it again with each new version (astro/dist/core/build/app.js).
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroPrerenderer, InjectedScriptStage, RouteData } from 'astro';

/** The style sheets of each route, by Astro's key of it. */
export type RouteStyles = [key: string, page: { styles: unknown }][];

/** What Astro has bundled. */
export interface Bundle {
  /** The URL of its entry. */
  entry: string;
  styles: RouteStyles;
}

/** The pages of a bundle. */
interface App {
  manifest: { routes: { routeData: RouteData }[] };
  setInternals: (internals: object) => void;
  setOptions: (options: object) => void;
  render: (request: Request, options: { routeData: RouteData }) => Promise<Response>;
}

/** Adds a version of a picture, and returns its URL. */
type AddStaticImage = (options: object, properties: string[], file?: string) => string;

/** Returns the bundle in a folder; `undefined` if this version of Astro has another entry. */
export function bundleIn(folder: URL, styles: RouteStyles): Bundle | undefined {
  const [entry] = globSync('prerender-entry.*.mjs', { cwd: fileURLToPath(folder) });
  return entry === undefined ? undefined : { entry: new URL(entry, folder).href, styles };
}

/** Loads a bundle without Astro; `addStaticImage` is called for each version of a picture. */
export async function openApp(
  { entry, styles }: Bundle,
  addStaticImage: AddStaticImage,
): Promise<App> {
  const { app } = (await import(/* @vite-ignore */ entry)) as { app: App };
  app.setInternals({ pagesByKeys: new Map(styles) });
  app.setOptions({
    // A site whose integrations inject scripts is made by Astro.
    settings: { scripts: [] },
    logger: { options: { destination: { write: () => true } } },
  });
  Object.assign(globalThis, { astroAsset: { addStaticImage } });
  return app;
}

/** The arguments of `injectScript`. */
interface InjectedScript {
  stage: InjectedScriptStage;
  content: string;
}

/**
 * Returns the scripts that integrations inject into the HTML of every page; `undefined` if this
 * version of Astro does not expose them. Its prerenderer keeps them in its app
 * (astro/dist/core/build/default-prerenderer.js).
 */
export function injectedScripts(astros: AstroPrerenderer): InjectedScript[] | undefined {
  const { app } = astros as { app?: { getSettings?: () => { scripts?: InjectedScript[] } } };
  const scripts = app?.getSettings?.().scripts;
  return scripts?.filter(({ stage }) => stage === 'page' || stage === 'head-inline');
}
