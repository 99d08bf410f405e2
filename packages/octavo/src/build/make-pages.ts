import { hash } from 'node:crypto';
import { resolve } from 'node:path';
import type { PathWithRoute, RouteData } from 'astro';
import { ContentError, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { engineFolder } from '../engine-folder.ts';
import { shareJobs } from '../share-jobs.ts';
import type { CommandOptions } from './command-options.ts';
import { fileOf, finish, isNoFile, type Build, type Finished } from './finish.ts';
import type { Settings } from '../settings/settings.ts';
import type { BundleModules } from './page-app.ts';
import type { Versions } from './picture-versions.ts';
import { policyErrors, type BlockedOnPage } from '../policy/policy-errors.ts';
import type { BuildConfig, SiteBuild } from './site-build.ts';
import type { SiteFiles } from './site-files.ts';

/** The site, and how its pages are rendered. */
interface Making extends SiteBuild, Pick<CommandOptions, 'progress'>, Rendering {
  /** The blog's root folder. */
  root: string;
  /** A digest of everything that all pages depend on. */
  version: string;
  settings: Pick<Settings, 'checks'>;
  config: BuildConfig;
  /** The bundle that workers render from, if they can. */
  bundle: BundleModules | undefined;
}

interface Rendering {
  render: (request: Request, route: RouteData) => Promise<Response>;
  /** The versions of pictures that rendered pages show. */
  versions: Versions;
}

/** How many pages and files are made at the same time: other threads draw cards and pictures. */
const AT_ONCE = 4;

/** A page or another file to make. */
interface Task {
  /** Relative to the site. */
  file: string;
  url: string;
  route: RouteData;
  /** A digest of everything that it depends on; `undefined` if it is made in every build. */
  key: string | undefined;
}

/** A page or another file for a worker to make, with the pattern of its route. */
export interface PageJob extends Pick<Task, 'file' | 'url'> {
  pattern: string;
}

/** The facts of a file that was made, `undefined` if there is none, and the versions of pictures that it shows. */
interface WorkerResult {
  made: Omit<Finished, 'body'> | undefined;
  versions?: Versions;
}

/** The data that a worker starts with. */
export type PageWorkerInput = Pick<Making, 'build' | 'config' | 'bundle'>;

/**
 * Makes the pages of a site, or reuses those of the last one with the same key. Returns the paths of
 * the pages of the owner's routes, and warnings.
 *
 * @throws {ContentError} for pages without a charset element, one error for each route, and for parts
 * of pages that their policies block.
 */
export async function makePages(paths: readonly PathWithRoute[], making: Making) {
  const { build, cache, progress, versions, root, config, bundle } = making;
  const tasks = tasksOf(paths, making);
  const stale = tasks.filter(({ file, key }) => key === undefined || !cache.reuse(file, key));
  const errors = new Map<string, Diagnostic>();
  const found: BlockedOnPage[] = [];
  const jobs = stale.map(({ file, url, route }): PageJob => ({ file, url, pattern: route.route }));
  let done = 0;
  await shareJobs<PageJob, WorkerResult>(jobs, {
    atOnce: AT_ONCE,
    run: async (job, index) => {
      try {
        return { made: await makeFile(job, stale[index]!.route, making) };
      } catch (error) {
        if (!(error instanceof ContentError)) throw error;
        for (const one of error.diagnostics) errors.set(one.file, one);
        return { made: undefined };
      }
    },
    onResult: (index, { made, versions: others = [] }) => {
      progress?.('Making pages', ++done, stale.length);
      for (const [path, version] of others) versions.set(path, version);
      if (!made) return;
      const { file, key, route } = stale[index]!;
      const { assets, blocked } = made;
      // Made again in the next build, which warns again.
      cache.add(file, { key: blocked.length > 0 ? undefined : key, assets });
      found[index] = { component: route.component, page: file, blocked };
    },
    worker: new URL('./page-worker.ts', import.meta.url),
    workerData: { build, config, bundle } satisfies PageWorkerInput,
    jobsPerWorker: bundle ? 1000 : Infinity,
  });
  const diagnostics = [...errors.values(), ...policyErrors(Object.values(found), making)];
  if (diagnostics.some(({ severity }) => severity === 'error')) throw new ContentError(diagnostics);
  const own = tasks.filter(({ route }) => !resolve(root, route.component).startsWith(engineFolder));
  const pages = own.filter(({ file }) => file.endsWith('/index.html'));
  const ownPages = new Set(pages.map(({ file }) => `/${file.replace(/index\.html$/, '')}`));
  return { ownPages, warnings: diagnostics };
}

/**
 * Makes a file of the site; returns its facts, `undefined` if there is no file.
 *
 * @throws {ContentError} for a page without a charset element.
 */
export async function makeFile(
  { file, url }: PageJob,
  route: RouteData,
  { render, build, files }: Pick<Rendering, 'render'> & { build: Build; files: SiteFiles },
): Promise<WorkerResult['made']> {
  const response = await render(new Request(url), route);
  if (isNoFile(response)) return undefined;
  const { body, ...facts } = await finish(response, file, route, build);
  files.write(file, body);
  return facts;
}

/** Returns the tasks of paths; the first one of those with the same file. */
function tasksOf(paths: readonly PathWithRoute[], { build, files, version }: Making): Task[] {
  const tasks = new Map<string, Task>();
  for (const { pathname, route, cacheKey } of paths) {
    const file = fileOf(pathname, route.type, build);
    if (files.isPublic(file) || tasks.has(file)) continue;
    const key = cacheKey && hash('sha256', `${version} ${cacheKey}`, 'base64url');
    tasks.set(file, { file, url: urlOf(pathname, route, build), route, key });
  }
  return [...tasks.values()];
}

/** Returns the URL of a path as Astro makes it (getUrlForPath in astro/dist/core/build/generate.js). */
function urlOf(pathname: string, { type }: RouteData, { base, origin, endsInSlash }: Build) {
  const ending = type !== 'endpoint' && endsInSlash ? '/' : '';
  return new URL(`${base}/${pathname}${ending}`.replace(/\/{2,}/g, '/'), origin).href;
}
