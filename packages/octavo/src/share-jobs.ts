import { on } from 'node:events';
import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort, Worker } from 'node:worker_threads';

interface Sharing<Job, Result> {
  /** Does a job in this thread. */
  run: (job: Job, index: number) => Promise<Result>;
  /** The number of jobs that this thread does at the same time. */
  atOnce?: number;
  onResult: (index: number, result: Result) => void;
  /** The module of a worker, which calls `doJobs`, and the data that it starts with. */
  worker: URL;
  workerData: unknown;
  /** With fewer jobs a worker takes longer to start than it saves. */
  jobsPerWorker: number;
}

type Batch<Value> = [index: number, value: Value][];

/** The number of jobs that a worker gets at once; it has two batches, so that it never waits. */
const BATCH = 8;
/** More workers take more memory than they save time. */
const MAX_WORKERS = 8;

/**
 * Does jobs in this thread, from the first one, and if there are many also in workers, from the last
 * one. What a worker cannot do, this thread does, so that errors are the same with and without workers.
 */
export async function shareJobs<Job, Result>(
  jobs: readonly Job[],
  { run, atOnce = 1, onResult, worker, workerData, jobsPerWorker }: Sharing<Job, Result>,
): Promise<void> {
  const left: Batch<Job> = [...jobs.entries()];
  const failed: Batch<Job> = [];
  const others = Math.min(availableParallelism() - 1, MAX_WORKERS);
  const count = Math.min(others, Math.floor(jobs.length / jobsPerWorker));
  const workers = Array.from({ length: count }, () => new Worker(worker, { workerData }));
  const takeAll = async (from: Batch<Job>) => {
    for (let next; (next = from.shift());) {
      const [index, job] = next;
      onResult(index, await run(job, index));
      // Results of workers are events.
      if (count > 0) await nextTurn();
    }
  };
  try {
    await Promise.all([
      ...workers.map((one) => feed(one, left, failed, onResult)),
      ...Array.from({ length: atOnce }, () => takeAll(left)),
    ]);
    await takeAll(failed);
  } finally {
    await Promise.all(workers.map((one) => one.terminate()));
  }
}

/** Gives a worker jobs until none is left, or it ends. */
async function feed<Job, Result>(
  worker: Worker,
  left: Batch<Job>,
  failed: Batch<Job>,
  onResult: (index: number, result: Result) => void,
): Promise<void> {
  // The main thread gets the same error, or none.
  worker.on('error', () => undefined);
  const messages = on(worker, 'message', { close: ['exit'] });
  const give = () => {
    const batch = left.splice(-BATCH).reverse();
    if (batch.length > 0) worker.postMessage(batch);
    return batch;
  };
  for (let batch = give(), next; batch.length > 0; batch = next) {
    next = give();
    const { value } = await messages.next().catch(() => ({ value: undefined }));
    if (!value) return void failed.push(...batch, ...next);
    const [results] = value as [Batch<Result | undefined>];
    for (const [at, [index, result]] of results.entries())
      if (result === undefined) failed.push(batch[at]!);
      else onResult(index, result);
  }
}

/** Does the jobs of a worker; a job that fails is done again by the main thread. */
export function doJobs<Job, Result>(run: (job: Job) => Promise<Result>): void {
  parentPort!.on('message', async (batch: Batch<Job>) => {
    const results: Batch<Result | undefined> = [];
    for (const [index, job] of batch) results.push([index, await run(job).catch(() => undefined)]);
    parentPort!.postMessage(results);
  });
}
