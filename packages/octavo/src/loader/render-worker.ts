// A thread that renders texts for render-threads.ts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { bodyOf } from '../content/front-matter.ts';
import { site } from '../settings/settings.ts';
import { surroundingsOf } from '../markdown/site-index.ts';
import { render, type Job } from './render-job.ts';
import type { ThreadData } from './render-workers.ts';

const { root, hasDrafts, ...files } = workerData as ThreadData;
const folder = fileURLToPath(root);
const written = new Map<string, { path: string; format: 'md' | 'mdx'; body: string }>();

/** Reads the text of another file for its anchors; few are asked for. */
function reading(path: string) {
  const known = written.get(path);
  if (known || !files.paths.has(path)) return known;
  const body = bodyOf(readFileSync(join(folder, path), 'utf8'));
  const text = { path, format: path.endsWith('.mdx') ? ('mdx' as const) : ('md' as const), body };
  written.set(path, text);
  return text;
}

const workshop = {
  root: new URL(root),
  surroundings: surroundingsOf(
    { ...files, readings: { get: reading } },
    { root: folder, site, inDevelopment: hasDrafts },
  ),
};

parentPort!.on('message', (jobs: Job[]) => {
  void Promise.all(jobs.map((job) => render(job, workshop))).then((done) =>
    parentPort!.postMessage(done),
  );
});
