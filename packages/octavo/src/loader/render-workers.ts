import { renderChecked, type RenderContext } from '../checks/check-text.ts';
import type { IndexedFile, IndexedFiles } from '../checks/site-index.ts';
import type { Content } from '../content/content-file.ts';
import type { Rendering } from '../markdown/render.ts';
import type { Context } from '../settings/context.ts';
import { shareJobs } from '../share-jobs.ts';

/** A body to render. */
export type RenderJob = Parameters<typeof renderChecked>[0];

/** The data that a worker starts with; it loads the owner's code itself. */
export interface WorkerInput extends Pick<Context, 'root' | 'mode' | 'now'>, IndexedFiles {
  /** Every file with a body, whether its front matter is valid or not. */
  paths: Set<string>;
}

/** Renders bodies, in workers too if there are many; calls `onRendered` with the index of each job. */
export async function renderAll(
  jobs: readonly RenderJob[],
  content: Content,
  context: RenderContext,
  onResult: (index: number, rendering: Rendering) => void,
): Promise<void> {
  const { root, mode, now } = context.context;
  // A parsed document cannot be sent.
  const bare = <Data>(files: readonly IndexedFile<Data>[]) =>
    files.map(({ collection, code, name, id, path, data, url }) => {
      return { collection, code, name, id, path, data, url };
    });
  const workerData: WorkerInput = {
    ...{ root, mode, now },
    paths: new Set(content.sources.keys()),
    posts: bare(content.posts),
    pages: bare(content.pages),
    authors: bare(content.authors),
  };
  await shareJobs(jobs, {
    run: (job) => renderChecked(job, context),
    ...{ onResult, workerData, jobsPerWorker: 200 },
    worker: new URL('./render-worker.ts', import.meta.url),
  });
}
