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

/** Jobs for a worker, with flags in shared memory of the jobs that a thread has taken. */
type Offer<Job> = [batch: Batch<Job>, taken: Int32Array];

/** The number of jobs that a worker gets at once. */
const BATCH = 8;
/** The number of batches that a worker has, so that it never waits while this thread does a long job. */
const AHEAD = 4;
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
  /** The jobs that workers have; this thread takes the last of them when no other is left. */
  const given: Batch<Job> = [];
  const taken = new Int32Array(new SharedArrayBuffer(jobs.length * Int32Array.BYTES_PER_ELEMENT));
  const done = new Set<number>();
  const others = Math.min(availableParallelism() - 1, MAX_WORKERS);
  const count = Math.min(others, Math.floor(jobs.length / jobsPerWorker));
  const workers = Array.from({ length: count }, () => new Worker(worker, { workerData }));
  const add = (index: number, result: Result) => {
    done.add(index);
    onResult(index, result);
  };
  const giveNext = (to: Worker): number => {
    const batch = left.splice(-BATCH).reverse();
    given.push(...batch);
    if (batch.length > 0) to.postMessage([batch, taken] satisfies Offer<Job>);
    return Number(batch.length > 0);
  };
  let turn: Promise<unknown> = Promise.resolve();
  const takeAll = async () => {
    for (let next; (next = left.shift() ?? given.pop());) {
      const [index, job] = next;
      if (!take(index, taken)) continue;
      add(index, await run(job, index));
      // Results of workers are events, which wait for one job at most.
      if (count > 0) await (turn = turn.then(() => nextTurn()));
    }
  };
  try {
    await Promise.all([
      ...workers.map((one) => feed(one, giveNext, add)),
      ...Array.from({ length: atOnce }, takeAll),
    ]);
    for (const [index, job] of jobs.entries())
      if (!done.has(index)) add(index, await run(job, index));
  } finally {
    await Promise.all(workers.map((one) => one.terminate()));
  }
}

/** Gives a worker jobs until none is left, or it ends. */
async function feed<Result>(
  worker: Worker,
  giveNext: (to: Worker) => number,
  onResult: (index: number, result: Result) => void,
): Promise<void> {
  // The main thread gets the same error, or none.
  worker.on('error', () => undefined);
  const messages = on(worker, 'message', { close: ['exit'] });
  let batches = 0;
  for (let ahead = 0; ahead < AHEAD; ahead++) batches += giveNext(worker);
  for (; batches > 0; batches += giveNext(worker) - 1) {
    const { value } = await messages.next().catch(() => ({ value: undefined }));
    if (!value) return;
    const [results] = value as [Batch<Result>];
    for (const [index, result] of results) onResult(index, result);
  }
}

/** Does the jobs of a worker; a job that fails is done again by the main thread. */
export function doJobs<Job, Result>(run: (job: Job) => Promise<Result>): void {
  parentPort!.on('message', async ([batch, taken]: Offer<Job>) => {
    const results: Batch<Result> = [];
    for (const [index, job] of batch)
      if (take(index, taken))
        await run(job).then(
          (result) => results.push([index, result]),
          () => undefined,
        );
    parentPort!.postMessage(results);
  });
}

/** Takes a job unless another thread has. */
function take(index: number, taken: Int32Array): boolean {
  return Atomics.exchange(taken, index, 1) === 0;
}
