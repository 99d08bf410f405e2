import { globSync } from 'node:fs';
import { join, sep } from 'node:path';
import { PAGES, routeOf, type OwnRoute } from '../addresses/owner-routes.ts';

/** Returns the routes of the files in `src/pages/`, sorted by path. */
export function ownRoutes(root: string): OwnRoute[] {
  return globSync(['**/*.*', '**/.well-known/**/*.*'], { cwd: join(root, PAGES) })
    .map((path) => `/${path.replaceAll(sep, '/')}`)
    .sort()
    .flatMap((path) => routeOf(path) ?? []);
}
