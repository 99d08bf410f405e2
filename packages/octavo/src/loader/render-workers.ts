import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { renderChecked, type RenderContext } from '../checks/check-text.ts';
import type { IndexedFile, IndexedFiles } from '../checks/site-index.ts';
import type { Content } from '../content/content-file.ts';
import type { Rendering } from '../markdown/render.ts';
import type { Context } from '../settings/context.ts';

/** A body to render. */
export type RenderJob = Parameters<typeof renderChecked>[0];

/** The data that a worker starts with; it loads the owner's code itself. */
export interface WorkerInput extends Pick<Context, 'root' | 'mode' | 'now'>, IndexedFiles {
  /** Every file with a body, whether its front matter is valid or not. */
  paths: Set<string>;
  jobs: RenderJob[];
}

/** The rendering of the job at an index of the worker's jobs. */
export type WorkerResult = [index: number, rendering: Rendering];

/** With fewer bodies a worker takes longer to start than it saves. */
const JOBS_PER_WORKER = 60;
/** More workers take more memory than they save time. */
const MAX_WORKERS = 8;

/** Renders bodies, in workers if there are many; calls `onRendered` with the index of each job. */
export async function renderAll(
  jobs: readonly RenderJob[],
  content: Content,
  context: RenderContext,
  onRendered: (...result: WorkerResult) => void,
): Promise<void> {
  const cores = Math.min(availableParallelism(), MAX_WORKERS);
  const count = Math.min(cores, Math.floor(jobs.length / JOBS_PER_WORKER));
  if (count === 0) {
    for (const [index, job] of jobs.entries()) onRendered(index, await renderChecked(job, context));
    return;
  }
  const { root, mode, now } = context.context;
  // A parsed document cannot be sent.
  const bare = <Data>(files: readonly IndexedFile<Data>[]) =>
    files.map(({ id, path, data, url }) => ({ id, path, data, url }));
  const input = {
    ...{ root, mode, now },
    paths: new Set(content.sources.keys()),
    posts: bare(content.posts),
    pages: bare(content.pages),
    authors: bare(content.authors),
  };
  const workers = Array.from({ length: count }, (_, first) => {
    // Every worker has jobs from all years, so that all take about the same time.
    const share = jobs.filter((_, index) => index % count === first);
    const workerData: WorkerInput = { ...input, jobs: share };
    const worker = new Worker(new URL('./render-worker.ts', import.meta.url), { workerData });
    worker.on('message', ([index, rendering]: WorkerResult) =>
      onRendered(first + index * count, rendering),
    );
    return new Promise((resolve, reject) => worker.on('error', reject).on('exit', resolve));
  });
  await Promise.all(workers);
}
