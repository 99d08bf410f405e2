import { dev as astroDev } from 'astro';
import { holdWhatIsSaid } from '../content/now.ts';
import { site } from '../settings/settings.ts';
import { projectRoot } from '../settings/project-root.ts';

/** The options of a command that serves; those of Astro by the same names. */
export interface ServerOptions {
  port?: number;
  host?: string | boolean;
  open?: boolean;
}

/** Serves the blog while you write, drafts included, until it is interrupted. */
export async function dev(server: ServerOptions): Promise<void> {
  holdWhatIsSaid(site.timeZone);
  await astroDev({ root: projectRoot, server });
}
