import { dev as astroDev, preview as astroPreview } from 'astro';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { commandOptions } from '../build/command-options.ts';
import { findProjectRoot } from '../terminal/project-root.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { loadBlog } from './load-blog.ts';

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
  await astroDev({ root, server, integrations: [commandOptions({ now })] });
}

/** Serves the built site until it is interrupted. */
export async function preview(server: ServerOptions): Promise<void> {
  const root = findProjectRoot(process.cwd());
  if (!existsSync(join(root, 'dist')))
    throw new UsageError('no built site in dist/; run npm run build first');
  await astroPreview({ root, server });
}
