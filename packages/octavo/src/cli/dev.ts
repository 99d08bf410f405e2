import { dev as astroDev } from 'astro';
import { commandOptions } from '../build/command-options.ts';
import { loadBlog } from './load-blog.ts';

/** The options of `dev` and `preview`, with the names of Astro's. */
export interface ServerOptions {
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
