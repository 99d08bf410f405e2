import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { HookParameters } from 'astro';
import type { Build } from './finish.ts';

type BuildData =
  HookParameters<'astro:build:setup'>['pages'] extends Map<string, infer Data> ? Data : never;

/** What a thread is told when it starts. */
export interface ThreadData {
  /** The address of the module that Astro has bundled. */
  entry: string;
  /** The styles of each route, by Astro's key of it. */
  pages: Map<string, { styles: unknown }>;
  build: Build;
}

/** A page to be made. */
export interface Question {
  id: number;
  url: string;
  /** The pattern and the file of its route. */
  route: string;
  component: string;
  /** Where it is written to. */
  file: string;
}

/** The assets of a page that is written; none where it cannot be made in a thread. */
export interface Answer {
  id: number;
  assets?: string[];
}

/** With fewer pages a thread takes longer to start than it saves. */
const WORTH_A_THREAD = 800;
/** Each holds the whole blog. */
const MOST_THREADS = 3;
/** How many pages wait for a thread, so that it never waits. */
const WAITING = 6;

/** How long a thread may go on after its last page, in milliseconds. */
const BACKGROUND_WORK = 2000;

/** Threads that make pages beside Astro's own, which makes what they leave to it. */
export class PageThreads {
  readonly #worthAThread: number;
  readonly #threads: { worker: Worker; waiting: Map<number, (answer: Answer) => void> }[] = [];
  #next = 0;

  constructor(worthAThread = WORTH_A_THREAD) {
    this.#worthAThread = worthAThread;
  }

  /** Starts as many threads as so many pages are worth, by what Astro has bundled into a folder. */
  start(count: number, outDir: URL, pages: ReadonlyMap<string, BuildData>, build: Build): void {
    const worth = Math.floor(count / this.#worthAThread);
    const threads = Math.min(availableParallelism() - 1, MOST_THREADS, worth);
    const bundled = new URL('.prerender/', outDir);
    const [entry] = globSync('prerender-entry.*.mjs', { cwd: fileURLToPath(bundled) });
    if (entry === undefined) return;
    const workerData: ThreadData = {
      entry: new URL(entry, bundled).href,
      pages: new Map([...pages].map(([key, { styles }]) => [key, { styles }])),
      build,
    };
    for (let thread = 0; thread < threads; thread++) this.#add(workerData);
  }

  /**
   * Has a thread make and write a page, and returns the assets that it names; `undefined` where no
   * thread has time, or none can. What is made of the same posts as others of its kind (`together`)
   * waits for the same thread, which makes the parts of them once.
   */
  async make(question: Omit<Question, 'id'>, together: boolean): Promise<string[] | undefined> {
    const free = together
      ? this.#threads[0]
      : this.#threads.find(({ waiting }) => waiting.size < WAITING);
    if (!free) return undefined;
    const id = this.#next++;
    const { assets } = await new Promise<Answer>((resolve) => {
      free.waiting.set(id, resolve);
      free.worker.postMessage({ id, ...question } satisfies Question);
    });
    return assets;
  }

  /**
   * Ends the threads when their work in the background is done: Node crashes if `terminate` interrupts
   * a thread that generates a key, as Astro's container does. A timer that a page leaves is not
   * waited for.
   */
  async stop(): Promise<void> {
    const exits = this.#threads.splice(0).map(async ({ worker }) => {
      worker.postMessage(null);
      const exit = new Promise((resolve) => worker.once('exit', resolve));
      await Promise.race([exit, setTimeout(BACKGROUND_WORK, undefined, { ref: false })]);
      worker.unref();
    });
    await Promise.all(exits);
  }

  #add(workerData: ThreadData): void {
    const worker = new Worker(new URL('./page-thread.ts', import.meta.url), { workerData });
    const waiting = new Map<number, (answer: Answer) => void>();
    worker.on('message', (answer: Answer) => {
      waiting.get(answer.id)?.(answer);
      waiting.delete(answer.id);
    });
    // What follows ends it too, and what it was asked is asked of Astro's own thread.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      for (const [id, resolve] of waiting) resolve({ id });
      waiting.clear();
      const index = this.#threads.findIndex((thread) => thread.worker === worker);
      if (index !== -1) this.#threads.splice(index, 1);
    });
    this.#threads.push({ worker, waiting });
  }
}
