import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Library } from '../content/read-content.ts';
import { render, type Job, type Rendered, type Workshop } from './render-job.ts';

/** What a thread is told when it starts. */
export interface ThreadData {
  root: string;
  hasDrafts: boolean;
  /** Every file with a text, whether its front matter holds or not. */
  paths: Set<string>;
  posts: Library['posts'];
  pages: Library['pages'];
  authors: Library['authors'];
}

/** With fewer texts a thread takes longer to start than it saves. */
const WORTH_A_THREAD = 60;
/** More take more memory than they save time. */
const MOST_THREADS = 8;
/** How many texts a thread is handed at a time. */
const BATCH = 16;

/** Is told of texts that were rendered, which follow each other from the first on. */
type OnRendered = (first: number, rendered: Rendered[]) => void;

/** Renders texts: many in threads, few in this one. */
export async function renderAll(
  jobs: readonly Job[],
  workshop: Workshop & { library: Library; hasDrafts: boolean },
  onRendered: OnRendered,
): Promise<void> {
  const count = Math.min(
    availableParallelism(),
    MOST_THREADS,
    Math.floor(jobs.length / WORTH_A_THREAD),
  );
  if (count > 0) return renderInThreads(jobs, count, threadData(workshop), onRendered);
  for (const [index, job] of jobs.entries()) onRendered(index, [await render(job, workshop)]);
}

function threadData({ root, hasDrafts, library }: Parameters<typeof renderAll>[1]): ThreadData {
  const bare = <File extends { body: string }>(files: readonly File[]) =>
    files.map((file) => ({ ...file, body: '', raw: {} }));
  return {
    root: root.href,
    hasDrafts,
    paths: new Set(library.readings.keys()),
    posts: bare(library.posts),
    pages: bare(library.pages),
    authors: bare(library.authors),
  };
}

async function renderInThreads(
  jobs: readonly Job[],
  count: number,
  workerData: ThreadData,
  onRendered: OnRendered,
): Promise<void> {
  let next = 0;
  const threads = Array.from({ length: count }, () => {
    const worker = new Worker(new URL('./render-worker.ts', import.meta.url), {
      workerData,
      // Threads do not inherit Astro's option, by which they find the settings.
      argv: ['--root', fileURLToPath(workerData.root)],
    });
    return new Promise<void>((resolve, reject) => {
      let first = 0;
      const hand = () => {
        first = next;
        next += BATCH;
        if (first < jobs.length) worker.postMessage(jobs.slice(first, next));
        else void worker.terminate().then(() => resolve());
      };
      worker.on('message', (rendered: Rendered[]) => {
        const from = first;
        hand();
        onRendered(from, rendered);
      });
      worker.on('error', reject);
      hand();
    });
  });
  await Promise.all(threads);
}
