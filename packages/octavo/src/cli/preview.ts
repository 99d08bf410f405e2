import { preview as astroPreview } from 'astro';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from '../terminal/project-root.ts';
import type { ServerOptions } from './dev.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** Serves the built site until it is interrupted. */
export async function preview(server: ServerOptions): Promise<void> {
  const root = findProjectRoot(process.cwd());
  if (!existsSync(join(root, 'dist')))
    throw new UsageError('no built site in dist/; run npm run build first');
  await astroPreview({ root, server });
}
