import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { shareJobs } from '../src/share-jobs.ts';
import { folder } from './helpers.ts';

vi.mock('node:os', async (original) => ({
  ...(await original<typeof import('node:os')>()),
  availableParallelism: vi.fn(),
}));

const JOBS = Array.from({ length: 100 }, (_, number) => number);
/** What a worker does with a job, as code. */
const WORKERS = {
  'which does them': '-job',
  'which cannot do some': 'job % 3 ? -job : undefined.x',
  'which ends at one of them': 'job === 90 ? process.exit() : -job',
  'which throws': '(setImmediate(() => { throw Error(); }), await new Promise(() => {}))',
  'which does not start': 'await import("missing")',
};

beforeEach(() => {
  vi.mocked(availableParallelism).mockReturnValue(3);
});

/** Shares the jobs with workers, which do a job by some code. */
async function shared(
  code: string,
  { jobs = JOBS, run = (job: number) => -job, waitFor = [] as number[] } = {},
) {
  const root = folder({
    'worker.ts': `import { doJobs } from ${JSON.stringify(join(import.meta.dirname, '../src/share-jobs.ts'))};
doJobs(async (job) => (${code}));`,
  });
  const results: number[] = [];
  const here = new Set<number>();
  await shareJobs<number, number>(jobs, {
    run: async (job) => {
      here.add(job);
      // Workers have time to start.
      await new Promise((resolve) => setTimeout(resolve, 5));
      const isDone = () => waitFor.every((index) => index in results);
      if (!isDone()) await vi.waitUntil(isDone, { timeout: 10_000 });
      return run(job);
    },
    onResult: (index, result) => {
      expect(results).not.toHaveProperty(`${index}`);
      results[index] = result;
    },
    ...{ worker: pathToFileURL(join(root, 'worker.ts')), workerData: {}, jobsPerWorker: 40 },
  });
  return { results, here };
}

test.each(Object.entries(WORKERS))('shares jobs with a worker %s', async (_, code) => {
  const { results, here } = await shared(code);
  expect(results).toEqual(JOBS.map((job) => -job));
  expect(here).toContain(0);
});

test('does the last jobs in workers', async () => {
  const { here } = await shared('-job', { waitFor: [99] });
  expect(here).not.toContain(99);
});

test.each([
  ['few jobs', 3, JOBS.slice(0, 39)],
  ['one core', 1, JOBS],
])('does all jobs itself with %s', async (_, cores, jobs) => {
  vi.mocked(availableParallelism).mockReturnValue(cores);
  expect((await shared('-job', { jobs })).here.size).toBe(jobs.length);
});

test('ends with the error of a job that no thread can do', async () => {
  const run = (job: number) => {
    if (job === 99) throw new Error('no 99');
    return -job;
  };
  await expect(shared('job === 99 ? undefined.x : -job', { run })).rejects.toThrow('no 99');
});
