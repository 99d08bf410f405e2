import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BuiltSite } from './site.ts';

/** A built site on a port of this machine. */
export interface Server {
  /** The address of the site's index: `http://localhost:41234/blog/`. */
  url: string;
  /** The paths of the requests answered so far, each with the purpose that the browser named. */
  requests: { path: string; purpose: string }[];
  close: () => Promise<void>;
}

/** A built site: the folder with its files, and the path that it is served under. */
interface ServedFiles {
  base: string;
  dist: string;
}

/** Serves a built site under its base path as a plain host does: gzipped, and 404.html for what is not there. */
export function serve({ base, folder }: BuiltSite): Promise<Server> {
  return serveFiles({ base, dist: join(folder, 'dist') });
}

/** Does the same for a site that another generator built. */
export async function serveFiles(site: ServedFiles): Promise<Server> {
  const requests: Server['requests'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const purpose = String(request.headers['sec-purpose'] ?? '');
    response.on('finish', () => requests.push({ path, purpose }));
    answer(site, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}${site.base}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.xml': 'application/xml; charset=utf-8',
};

const COMPRESSED = /^(?:text\/|application\/(?:json|xml)|image\/svg)/;

function answer(site: ServedFiles, request: IncomingMessage, response: ServerResponse): void {
  const found = fileOf(site, new URL(request.url ?? '/', 'http://localhost').pathname);
  const file = found ?? join(site.dist, '404.html');
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const bytes = readFileSync(file);
  const zipped = COMPRESSED.test(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const body = zipped ? gzipSync(bytes) : bytes;
  response.writeHead(found === undefined ? 404 : 200, {
    'content-type': type,
    'content-length': body.length,
    vary: 'accept-encoding',
    ...(zipped && { 'content-encoding': 'gzip' }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Returns the file that a path stands for, or `undefined` where there is none. */
function fileOf({ base, dist }: ServedFiles, path: string): string | undefined {
  const decoded = decodeURIComponent(path);
  if (!decoded.startsWith(base)) return undefined;
  const file = normalize(join(dist, decoded.slice(base.length).replace(/(^|\/)$/, '$1index.html')));
  return file.startsWith(dist) && existsSync(file) && statSync(file).isFile() ? file : undefined;
}
