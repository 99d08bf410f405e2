import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { PAGES, routeOf, type OwnRoute } from '../addresses/owner-routes.ts';

/** Returns the routes of the files in `src/pages/`, sorted by path. */
export function ownRoutes(root: string): OwnRoute[] {
  const folder = join(root, PAGES);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => `/${path.replaceAll(sep, '/')}`)
    .sort()
    .flatMap((path) => routeOf(path) ?? []);
}
