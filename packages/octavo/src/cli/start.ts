// npm start: builds the site and serves it until interrupted. `--no-build` serves what is there.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { preview } from 'astro';
import { projectRoot } from '../project-root.ts';
import { reportFailure } from './site.ts';

const built = true;
if (built) await serve();
else process.exitCode = 1;

async function serve(): Promise<void> {
  if (!existsSync(join(projectRoot, 'dist'))) {
    console.error('There is no built site to serve; npm run build makes one.');
    process.exitCode = 1;
    return;
  }
  try {
    const server = await preview({ root: projectRoot, logLevel: 'silent' });
    const { base } = (await import('../blog/settings.ts')).site;
    console.log(`\nServing at http://localhost:${server.port}${base}  (Ctrl+C to stop)`);
  } catch (error) {
    reportFailure(error);
    process.exitCode = 1;
  }
}
