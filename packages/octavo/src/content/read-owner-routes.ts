import { globSync } from 'node:fs';
import { join } from 'node:path';
import { withSlashes } from '../file-path.ts';
import { PAGES, routeOf, type OwnRoute } from '../addresses/owner-routes.ts';

/** Returns the routes of the files in `src/pages/`, sorted by path. */
export function ownRoutes(root: string): OwnRoute[] {
  return globSync(['**/*.*', '**/.well-known/**/*.*'], { cwd: join(root, PAGES) })
    .map((path) => `/${withSlashes(path)}`)
    .sort()
    .flatMap((path) => routeOf(path) ?? []);
}
