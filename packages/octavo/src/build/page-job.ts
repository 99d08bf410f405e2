import type { RouteData } from 'astro';
import { finish, isNoFile, type Build } from './finish.ts';
import type { SiteFiles } from './site-files.ts';

/** A page or another file to make. */
export interface PageJob {
  /** Relative to the site. */
  file: string;
  url: string;
  /** The pattern and the file of its route. */
  route: string;
  component: string;
}

/** Renders the URL of a route. */
export type Render = (request: Request, routeData: RouteData) => Promise<Response>;

/**
 * Makes and writes a file of the site; returns the assets that it names, or `undefined` for a
 * response without a file.
 */
export async function makePage(
  { file, url }: PageJob,
  routeData: RouteData,
  { render, build, files }: { render: Render; build: Build; files: SiteFiles },
): Promise<string[] | undefined> {
  const response = await render(new Request(url), routeData);
  if (isNoFile(response)) return undefined;
  const { body, assets } = await finish(response, file, routeData, build);
  files.write(file, body);
  return assets;
}
