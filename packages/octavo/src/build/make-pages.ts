import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { PathWithRoute, RouteData } from 'astro';
import { engineRoutes } from '../content/read-owner-routes.ts';
import { ContentError, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { engineFolder } from '../engine-folder.ts';
import { policyErrors, type BlockedOnPage } from '../policy/policy-errors.ts';
import type { Context } from '../settings/context.ts';
import { shareJobs } from '../share-jobs.ts';
import { reuseOf } from '../terminal/profile.ts';
import type { CommandOptions } from './command-options.ts';
import { fileOf, finish, isNoFile, type Build, type Finished } from './finish.ts';
import type { Versions } from './picture-versions.ts';
import type { SiteBuild } from './site-build.ts';

type Render = (request: Request, route: RouteData) => Promise<Response>;

/** How pages are made. */
interface Making extends Pick<CommandOptions, 'progress' | 'endPhase'> {
  render: Render;
}

/** How many pages and files are made at the same time: other threads draw cards and pictures. */
const AT_ONCE = 4;

/** A page or another file to make. */
interface Task {
  /** Relative to the site. */
  file: string;
  url: string;
  /** The pattern of its route. */
  pattern: string;
  route: RouteData;
  /** A digest of everything that it depends on; `undefined` if it is made in every build. */
  key: string | undefined;
}

/** The part of a task that a worker gets. */
export type PageJob = Pick<Task, 'file' | 'url' | 'pattern'>;

/** The facts of a file that was made, `undefined` if there is none, and the versions of pictures that it shows. */
interface WorkerResult {
  made: Omit<Finished, 'body'> | undefined;
  versions?: Versions;
}

/**
 * Makes the pages of a site, or reuses those of the last one with the same key; returns warnings.
 *
 * @throws {ContentError} for pages without a charset element, one error for each route, and for parts
 * of pages that their policies block.
 */
export async function makePages(
  paths: readonly PathWithRoute[],
  { build, cache, versions, ownPages }: SiteBuild,
  context: Context,
  { render, progress, endPhase }: Making,
): Promise<Diagnostic[]> {
  const tasks = tasksOf(paths, build, context).filter(({ file }) => !cache.has(file));
  const stale = tasks.filter(({ file, key }) => key === undefined || !cache.reuse(file, key));
  const errors = new Map<string, Diagnostic>();
  const found: BlockedOnPage[] = [];
  const jobs = stale.map(({ file, url, pattern }): PageJob => ({ file, url, pattern }));
  let done = 0;
  await shareJobs<PageJob, WorkerResult>(jobs, {
    atOnce: AT_ONCE,
    run: async (job, index) => {
      const { route } = stale[index]!;
      const made = makeFile(job, route, { render, build });
      return { made: await made.catch((error: unknown) => failed(error, route)) };
    },
    onResult: (index, { made, versions: others = [] }) => {
      progress?.('Making pages', ++done, stale.length);
      for (const [path, version] of others) versions.set(path, version);
      if (!made) return;
      const { file, key, route } = stale[index]!;
      const { component } = route;
      const { blocked, ...facts } = made;
      if (!blocked) errors.set(component, noCharset(component, file));
      // Made again in the next build, which warns again.
      cache.add(file, { key: blocked?.length === 0 ? key : undefined, ...facts });
      found[index] = { component, page: file, blocked: blocked ?? [] };
    },
    worker: new URL('./page-worker.ts', import.meta.url),
    workerData: build,
    jobsPerWorker: build.bundle ? 1000 : Infinity,
  });
  const diagnostics = [...errors.values(), ...policyErrors(Object.values(found), context)];
  if (diagnostics.some(({ severity }) => severity === 'error')) throw new ContentError(diagnostics);
  for (const { file, route } of tasks)
    if (file.endsWith('/index.html') && isOwn(route, context))
      ownPages.add(`/${file.replace(/index\.html$/, '')}`);
  endPhase?.('pages', reuseOf('files', cache.counts));
  return diagnostics;
}

/** Throws an error again, with the component of its page: what it gives to one of the engine may be wrong. */
function failed(error: unknown, { component }: RouteData): never {
  throw error instanceof Error ? Object.assign(error, { component }) : error;
}

function noCharset(component: string, file: string): Diagnostic {
  const message = `${file}: no <meta charset="utf-8"> in the head, so no place for the security policy; make it the first element of the head`;
  return { file: component, line: 1, column: 1, severity: 'error', message };
}

/** Makes a file of the site; returns its facts, `undefined` if there is no file. */
export async function makeFile(
  { file, url }: PageJob,
  route: RouteData,
  { render, build }: { render: Render; build: Build },
): Promise<WorkerResult['made']> {
  const response = await render(new Request(url), route);
  if (isNoFile(response)) return undefined;
  const { body, ...facts } = await finish(response, file, route, build);
  const path = join(build.folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, body);
  return facts;
}

/** Returns the tasks of paths; the first one of those with the same file. */
function tasksOf(paths: readonly PathWithRoute[], build: Build, context: Context): Task[] {
  const tasks = new Map<string, Task>();
  // The bundle of the package has all routes of the engine.
  const patterns = engineRoutes(context).map(({ pattern }) => pattern);
  for (const { pathname, route, cacheKey } of paths) {
    const { route: pattern, type } = route;
    const file = fileOf(pathname, type, build);
    if (tasks.has(file) || !(patterns.includes(pattern) || isOwn(route, context))) continue;
    const key = cacheKey && hash('sha256', `${build.version} ${cacheKey}`, 'base64url');
    tasks.set(file, { file, url: urlOf(pathname, route, build), pattern, route, key });
  }
  return [...tasks.values()];
}

/** Returns true for a route that is not the engine's. */
function isOwn({ component }: RouteData, { root }: Context): boolean {
  return !resolve(root, component).startsWith(engineFolder);
}

/** Returns the URL of a path as Astro makes it (getUrlForPath in astro/dist/core/build/generate.js). */
function urlOf(pathname: string, { type }: RouteData, { base, settings, trailingSlash }: Build) {
  const ending = type !== 'endpoint' && trailingSlash !== 'never' ? '/' : '';
  const path = `${base}/${pathname}${ending}`.replace(/\/{2,}/g, '/');
  return new URL(path, settings.origin).href;
}
