import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { RenderContext } from '../checks/check-text.ts';
import type { Content } from '../content/content-file.ts';
import type { Context } from '../settings/context.ts';
import { render, type Rendered, type RenderJob } from './render-job.ts';

/** The data that a worker starts with; it loads the owner's code itself. */
export interface WorkerInput
  extends Pick<Context, 'root' | 'mode' | 'now'>, Pick<Content, 'posts' | 'pages' | 'authors'> {
  /** Every file with a body, whether its front matter is valid or not. */
  paths: Set<string>;
}

/** With fewer bodies a worker takes longer to start than it saves. */
const JOBS_PER_WORKER = 60;
/** More workers take more memory than they save time. */
const MAX_WORKERS = 8;
/** Jobs sent to a worker at a time. */
const BATCH = 16;

/** Receives the rendered bodies of consecutive jobs, from the index `first` on. */
type OnRendered = (first: number, rendered: Rendered[]) => void;

/** Renders bodies, in workers if there are many. */
export async function renderAll(
  jobs: readonly RenderJob[],
  content: Content,
  context: RenderContext,
  onRendered: OnRendered,
): Promise<void> {
  const count = Math.min(
    availableParallelism(),
    MAX_WORKERS,
    Math.floor(jobs.length / JOBS_PER_WORKER),
  );
  if (count > 0)
    return renderInWorkers(jobs, count, workerInput(content, context.context), onRendered);
  for (const [index, job] of jobs.entries()) onRendered(index, [await render(job, context)]);
}

function workerInput(content: Content, { root, mode, now }: Context): WorkerInput {
  const bare = <File extends { body: string }>(files: readonly File[]) =>
    files.map((file) => ({ ...file, body: '', raw: {} }));
  return {
    ...{ root, mode, now },
    paths: new Set(content.sources.keys()),
    posts: bare(content.posts),
    pages: bare(content.pages),
    authors: bare(content.authors),
  };
}

async function renderInWorkers(
  jobs: readonly RenderJob[],
  count: number,
  workerData: WorkerInput,
  onRendered: OnRendered,
): Promise<void> {
  let next = 0;
  const workers = Array.from({ length: count }, () => {
    const worker = new Worker(new URL('./render-worker.ts', import.meta.url), { workerData });
    return new Promise<void>((resolve, reject) => {
      let first = 0;
      const sendNext = () => {
        first = next;
        next += BATCH;
        if (first < jobs.length) worker.postMessage(jobs.slice(first, next));
        else void worker.terminate().then(() => resolve());
      };
      worker.on('message', (rendered: Rendered[]) => {
        const from = first;
        sendNext();
        onRendered(from, rendered);
      });
      worker.on('error', reject);
      sendNext();
    });
  });
  await Promise.all(workers);
}
