import { existsSync, readFileSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join, normalize } from 'node:path';
import type { Connect } from 'vite';
import type { Settings } from '../../settings/settings.ts';
import { href, paths } from '../../addresses/urls.ts';

/** Returns a middleware that serves the search index of the last build in `dev`. */
export function serveIndex(site: Settings, dist: string) {
  const served = href(paths.searchIndex, site);
  const folder = join(dist, paths.searchIndex);
  return (request: Connect.IncomingMessage, response: ServerResponse, next: () => void): void => {
    // Vite has removed the base path from `url`.
    const { pathname } = new URL(request.originalUrl ?? '/', 'http://localhost');
    if (!pathname.startsWith(served)) return next();
    const file = normalize(join(folder, pathname.slice(served.length)));
    const found = file.startsWith(folder) && existsSync(file) && statSync(file).isFile();
    response.statusCode = found ? 200 : 404;
    response.end(found ? readFileSync(file) : undefined);
  };
}
