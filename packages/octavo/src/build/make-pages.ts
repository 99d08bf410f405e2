import { hash } from 'node:crypto';
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { PathWithRoute, RouteData } from 'astro';
import { ContentError, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { engineFolder } from '../engine-folder.ts';
import type { CommandOptions } from './command-options.ts';
import { fileOf, type Build } from './finish.ts';
import type { KeptPages } from './kept-pages.ts';
import type { Bundle } from './page-app.ts';
import { makePage, type PageJob, type Render } from './page-job.ts';
import { startWorkers, type PageWorker } from './page-workers.ts';
import type { SiteFiles } from './site-files.ts';

/** What `makePages` works with. */
export interface Making extends Pick<CommandOptions, 'progress'> {
  /** Renders a page in the main thread. */
  render: Render;
  build: Build;
  files: SiteFiles;
  kept: KeptPages;
  /** The blog's root folder. */
  root: string;
  /** Of everything that all pages depend on. */
  version: string;
  /** The bundle, for workers; without it there are none. */
  bundle: Bundle | undefined;
  pagesPerWorker?: number | undefined;
}

/** A path to make. */
interface Task extends PageJob {
  routeData: RouteData;
  /** A digest of everything that the page depends on; `undefined` if it is made in every build. */
  key: string | undefined;
}

/** How many pages a worker makes before the main thread hears of them. */
const BATCH = 8;

/**
 * Makes the pages of a site, and reuses those of the last one whose keys are the same. Returns the
 * paths of the pages of the owner's routes.
 *
 * @throws {ContentError} for pages without a charset element: one error for each route.
 */
export async function makePages(
  paths: readonly PathWithRoute[],
  making: Making,
): Promise<Set<string>> {
  const { build, kept, bundle, progress, pagesPerWorker } = making;
  const tasks = tasksOf(paths, making);
  const stale = tasks.filter(({ file, key }) => key === undefined || !kept.takeOver(file, key));
  const queue = batchesOf(stale);
  const left: Task[] = [];
  const errors = new Map<string, Diagnostic>();
  let done = 0;
  const onMade = ({ file, key }: Task, assets: string[] | undefined) => {
    progress?.('Making pages', ++done, stale.length);
    if (assets) kept.add(file, { key, assets });
  };
  const makeHere = async () => {
    for (let batch = queue.shift(); batch; batch = queue.shift())
      for (const task of batch) {
        // Lets the results of workers in.
        await setImmediate();
        onMade(task, await makePage(task, task.routeData, making).catch(collectIn(errors)));
      }
  };
  const makeThere = async (worker: PageWorker) => {
    for (let batch = queue.shift(); batch; batch = queue.shift()) {
      const made = await worker.make(batch.map(jobOf));
      for (const task of batch)
        if (made[task.file]) onMade(task, made[task.file]);
        else left.push(task);
    }
  };
  const workers = bundle ? startWorkers(stale.length, { bundle, build }, pagesPerWorker) : [];
  try {
    await Promise.all([makeHere(), ...workers.map(makeThere)]);
    queue.push(left);
    await makeHere();
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
  if (errors.size > 0) throw new ContentError([...errors.values()]);
  return ownPagesOf(tasks, making);
}

/** Returns the paths to make, the first of several with one file. */
function tasksOf(paths: readonly PathWithRoute[], { build, files, version }: Making): Task[] {
  const tasks = new Map<string, Task>();
  for (const { pathname, route: routeData, cacheKey } of paths) {
    const { route, component } = routeData;
    const file = fileOf(pathname, routeData.type, build);
    if (files.isPublic(file) || tasks.has(file)) continue;
    const key =
      cacheKey === undefined ? undefined : hash('sha256', `${version} ${cacheKey}`, 'base64url');
    tasks.set(file, {
      file,
      url: urlOf(pathname, routeData, build),
      route,
      component,
      routeData,
      key,
    });
  }
  return [...tasks.values()];
}

/** Returns the URL of a path as Astro makes it (getUrlForPath in astro/dist/core/build/generate.js). */
function urlOf(
  pathname: string,
  { type }: RouteData,
  { base, origin, endsInSlash }: Build,
): string {
  const ending = type !== 'endpoint' && endsInSlash ? '/' : '';
  return new URL(`${base}/${pathname}${ending}`.replace(/\/{2,}/g, '/'), origin).href;
}

/** Returns batches of tasks: all feeds are one, since they share the parts of their posts. */
function batchesOf(tasks: readonly Task[]): Task[][] {
  const isFeed = ({ component }: Task) => /\/routes\/files\/feed\.[jt]s$/.test(component);
  const others = tasks.filter((task) => !isFeed(task));
  const batches = Array.from({ length: Math.ceil(others.length / BATCH) }, (_, index) =>
    others.slice(index * BATCH, (index + 1) * BATCH),
  );
  return [tasks.filter(isFeed), ...batches];
}

/** Returns what a worker gets. */
function jobOf({ file, url, route, component }: Task): PageJob {
  return { file, url, route, component };
}

/** Collects an error of the author's, one for each route: its other pages have the same layout. */
function collectIn(errors: Map<string, Diagnostic>) {
  return (error: unknown): undefined => {
    if (!(error instanceof ContentError)) throw error;
    for (const found of error.diagnostics) errors.set(found.file, found);
  };
}

function ownPagesOf(tasks: readonly Task[], { root }: Making): Set<string> {
  const own = tasks.filter(
    ({ component, file }) =>
      file.endsWith('/index.html') && !resolve(root, component).startsWith(engineFolder),
  );
  return new Set(own.map(({ file }) => `/${file.replace(/index\.html$/, '')}`));
}
