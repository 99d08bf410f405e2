// A worker that renders bodies for render-workers.ts.
import { workerData } from 'node:worker_threads';
import { renderChecked } from '../checks/check-text.ts';
import { anchorsIn } from '../checks/anchors-in.ts';
import { siteIndexOf } from '../checks/site-index.ts';
import { bodyOf } from '../content/front-matter.ts';
import { loadContext } from '../content/load-context.ts';
import { readText } from '../content/read-text.ts';
import { doJobs } from '../share-jobs.ts';
import type { RenderJob, WorkerInput } from './render-workers.ts';

const { root, mode, now, ...files } = workerData as WorkerInput;
const context = await loadContext(root, { mode, now });
const bodies = new Map<string, { path: string; format: 'md' | 'mdx'; body: string }>();

/** Reads the body of another file, for its anchors; few are needed. */
function bodyAt(path: string) {
  const known = bodies.get(path);
  if (known || !files.paths.has(path)) return known;
  const body = bodyOf(readText(root, path).text);
  const text = { path, format: path.endsWith('.mdx') ? ('mdx' as const) : ('md' as const), body };
  bodies.set(path, text);
  return text;
}

const { anchorsOf } = anchorsIn(context);
const siteIndex = siteIndexOf({ ...files, sources: { get: bodyAt } }, context, anchorsOf);

doJobs((job: RenderJob) => renderChecked(job, { context, siteIndex }));
