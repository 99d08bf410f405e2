import { dev as astroDev } from 'astro';
import { commandOptions } from '../build/command-options.ts';
import { loadBlog } from './load-blog.ts';

/** The options of a command that serves; those of Astro by the same names. */
export interface ServerOptions {
  port?: number;
  host?: string | boolean;
  open?: boolean;
}

/** Serves the blog while you write, drafts included, until it is interrupted. */
export async function dev({
  now: moment,
  ...server
}: ServerOptions & { now?: string }): Promise<void> {
  const { root, now } = await loadBlog(moment);
  await astroDev({ root, server, integrations: [commandOptions({ now })] });
}
