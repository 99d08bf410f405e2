import { dev as astroDev, preview as astroPreview } from 'astro';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { commandOptions } from '../build/command-options.ts';
import { findProjectRoot } from '../terminal/project-root.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { configurationError } from './authors-error.ts';
import { loadBlog } from './load-blog.ts';
import { requireCache, requirePathForVite } from './require-cache.ts';

/** The options of `dev` and `preview`, with the names of Astro's. */
interface ServerOptions {
  port?: number;
  host?: string | boolean;
  open?: boolean;
}

/** Serves the blog while you write, drafts included, until it is interrupted. */
export async function dev({
  now: date,
  ...server
}: ServerOptions & { now?: string }): Promise<void> {
  const { root, now } = await loadBlog(date);
  requireCache(root);
  requirePathForVite(root);
  await astroDev({ root, server, integrations: [commandOptions({ now })] }).catch(
    async (error: unknown) => {
      throw await configurationError(error, root);
    },
  );
}

/** Serves the built site until it is interrupted. */
export async function preview(server: ServerOptions): Promise<void> {
  const root = findProjectRoot(process.cwd());
  if (!existsSync(join(root, 'dist')))
    throw new UsageError('no built site in dist/; run npm run build first');
  // Vite would answer an invalid path by 500 and a stack trace; a bypass of false is 404.
  const bypass = ({ url = '' }) => isFilePath(url) && url;
  await astroPreview({ root, server, vite: { preview: { proxy: { '^': { bypass } } } } });
}

/** True for a URL whose segments may be names of files: decodable, without encoded separators. */
export function isFilePath(url: string): boolean {
  const [path = ''] = url.split(/[?#]/);
  try {
    return path.split('/').every((part) => !/[/\\\0]/.test(decodeURIComponent(part)));
  } catch {
    return false;
  }
}
