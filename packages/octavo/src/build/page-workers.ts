import { availableParallelism } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Build } from './finish.ts';
import type { Bundle } from './page-app.ts';
import type { PageJob } from './page-job.ts';

/** The data that a worker starts with. */
export interface WorkerInput {
  bundle: Bundle;
  build: Build;
}

/** The assets that each page names, by file, without pages that the worker cannot make. */
export type WorkerResult = Record<string, string[]>;

/** With fewer pages a worker takes longer to start than it saves. */
const PAGES_PER_WORKER = 800;
/** Each holds the whole blog. */
const MAX_WORKERS = 3;
/** How long a worker may go on after its last page, in milliseconds. */
const BACKGROUND_WORK = 2000;

/** A worker that makes pages. */
export class PageWorker {
  readonly #worker: Worker;
  #result = Promise.withResolvers<WorkerResult>();

  constructor(input: WorkerInput) {
    this.#worker = new Worker(new URL('./page-worker.ts', import.meta.url), { workerData: input });
    this.#worker.on('message', (result: WorkerResult) => this.#result.resolve(result));
    // The exit that follows ends the batch.
    this.#worker.on('error', () => undefined);
    this.#worker.on('exit', () => {
      this.#result.resolve({});
      this.make = () => Promise.resolve({});
    });
  }

  /** Makes pages; one call after the other. */
  make(jobs: readonly PageJob[]): Promise<WorkerResult> {
    this.#result = Promise.withResolvers();
    this.#worker.postMessage(jobs);
    return this.#result.promise;
  }

  /**
   * Ends the worker when its work in the background is done: Node crashes if `terminate` interrupts
   * a thread that generates a key, as Astro's container does. A timer that a page leaves is not
   * waited for.
   */
  async stop(): Promise<void> {
    const exit = new Promise((resolve) => this.#worker.once('exit', resolve));
    this.#worker.postMessage(null);
    await Promise.race([exit, setTimeout(BACKGROUND_WORK, undefined, { ref: false })]);
    this.#worker.unref();
  }
}

/** Starts as many workers as `count` pages are worth. */
export function startWorkers(
  count: number,
  input: WorkerInput,
  pagesPerWorker = PAGES_PER_WORKER,
): PageWorker[] {
  const length = Math.min(
    availableParallelism() - 1,
    MAX_WORKERS,
    Math.floor(count / pagesPerWorker),
  );
  return Array.from({ length }, () => new PageWorker(input));
}
