// The private interface of the modules that Astro bundles to make pages: compare
// astro/dist/core/build/app.js with each new version.
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroPrerenderer, InjectedScriptStage, PathWithRoute, RouteData } from 'astro';
import { NeedsVite } from './needs-vite.ts';

/** The style sheets of each route, by Astro's key. */
export type RouteStyles = [key: string, page: { styles: unknown }][];

/** The pages of a bundle. */
interface App {
  setInternals: (internals: object) => void;
  setOptions: (options: object) => void;
  render: (request: Request, options: { routeData: RouteData }) => Promise<Response>;
}

/** Adds a version of a picture with some properties, and returns its URL. */
type AddStaticImage = (
  options: Record<string, unknown>,
  properties: string[],
  file?: string,
) => string;

/** The URLs of the versions of pictures. */
export type PictureUrls = Record<string, string>;

/** Loads the bundle in a folder; a page fails with a version of a picture that is not in `pictures`. */
export async function openApp(folder: URL, styles: RouteStyles, pictures: PictureUrls) {
  const [entry = ''] = globSync('prerender-entry.*.mjs', { cwd: fileURLToPath(folder) });
  const { app } = (await import(/* @vite-ignore */ new URL(entry, folder).href)) as { app: App };
  app.setInternals({ pagesByKeys: new Map(styles) });
  app.setOptions({
    // A site with injected scripts needs Vite.
    settings: { scripts: [] },
    logger: { options: { destination: { write: () => true } } },
  });
  const addStaticImage: AddStaticImage = (options, properties) => {
    const url = pictures[versionOf(options, properties)];
    if (url === undefined) throw new NeedsVite('a new version of a picture');
    return url;
  };
  Object.assign(globalThis, { astroAsset: { addStaticImage } });
  return app;
}

/** Returns the paths of the pages of a bundle. */
export async function pathsOf(app: App): Promise<PathWithRoute[]> {
  const { StaticPaths } = await import('astro/runtime/prerender/static-paths.js');
  return new StaticPaths(app as unknown as ConstructorParameters<typeof StaticPaths>[0]).getAll();
}

/** Adds the URL of each version that Astro makes of a picture from now on to `pictures`. */
export function collectPictures(pictures: PictureUrls): void {
  const { astroAsset } = globalThis as { astroAsset?: { addStaticImage?: AddStaticImage } };
  const original = astroAsset?.addStaticImage;
  if (!original) return;
  astroAsset.addStaticImage = (options, properties, file) =>
    (pictures[versionOf(options, properties)] = original(options, properties, file));
}

function versionOf({ src, ...others }: Record<string, unknown>, properties: readonly string[]) {
  const file = typeof src === 'string' ? src : (src as { src: string }).src;
  return JSON.stringify([file, ...properties.map((name) => others[name])]);
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
export function injectedScripts(prerenderer: AstroPrerenderer): InjectedScript[] | undefined {
  const { app } = prerenderer as { app?: { getSettings?: () => { scripts?: InjectedScript[] } } };
  const scripts = app?.getSettings?.().scripts;
  return scripts?.filter(({ stage }) => stage === 'page' || stage === 'head-inline');
}
