import { globSync } from 'node:fs';
import { join } from 'node:path';
import { withSlashes } from '../file-path.ts';
import { PAGES, routeOf, type OwnRoute } from '../addresses/owner-routes.ts';
import { injectedRoutes } from '../addresses/routes.ts';
import type { Context } from '../settings/context.ts';
import { languageFolders } from '../settings/languages.ts';

/** Returns the routes of the files in `src/pages/`, sorted by path. */
export function ownRoutes(root: string): OwnRoute[] {
  return globSync(['**/*.*', '**/.well-known/**/*.*'], { cwd: join(root, PAGES) })
    .map((path) => `/${withSlashes(path)}`)
    .sort()
    .flatMap((path) => routeOf(path) ?? []);
}

/** Returns the engine's routes in a blog, except those that the owner replaces. */
export function engineRoutes({ root, settings }: Pick<Context, 'root' | 'settings'>) {
  const own = ownRoutes(root).map(({ pattern }) => pattern);
  return injectedRoutes(own, settings, languageFolders(settings));
}
