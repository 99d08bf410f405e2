// npm run dev: serves the blog while it is being written, drafts included.
import { dev } from 'astro';
import { holdWhatIsSaid } from '../blog/now.ts';
import { projectRoot } from '../project-root.ts';
import { reportFailure } from './site.ts';

try {
  const { site } = await import('../blog/settings.ts');
  holdWhatIsSaid(site.timeZone);
  await dev({ root: projectRoot });
} catch (error) {
  reportFailure(error);
  process.exitCode = 1;
}
