// npm run dev: serves the blog while it is being written, drafts included.
import { dev } from 'astro';
import { projectRoot } from './project.ts';
import { reportFailure } from './site.ts';

try {
  await dev({ root: projectRoot });
} catch (error) {
  reportFailure(error);
  process.exitCode = 1;
}
