import { hash } from 'node:crypto';
import { resolve } from 'node:path';
import type { PathWithRoute, RouteData } from 'astro';
import { ContentError, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { engineFolder } from '../engine-folder.ts';
import type { CommandOptions } from './command-options.ts';
import { fileOf, finish, isNoFile, type Build } from './finish.ts';
import type { Settings } from '../settings/settings.ts';
import { policyErrors, type BlockedOnPage } from './policy-errors.ts';
import type { SiteBuild } from './site-build.ts';

/** The site, and how its pages are rendered. */
interface Making extends SiteBuild, Pick<CommandOptions, 'progress'> {
  /** The blog's root folder. */
  root: string;
  /** A digest of everything that all pages depend on. */
  version: string;
  settings: Pick<Settings, 'checks'>;
  render: (request: Request, route: RouteData) => Promise<Response>;
}

/** How many pages and files are made at the same time. */
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

/**
 * Makes the pages of a site, or reuses those of the last one with the same key. Returns the paths of
 * the pages of the owner's routes, and warnings.
 *
 * @throws {ContentError} for pages without a charset element, one error for each route, and for parts
 * of pages that their policies block.
 */
export async function makePages(paths: readonly PathWithRoute[], making: Making) {
  const { build, files, cache, progress, render, root } = making;
  const tasks = tasksOf(paths, making);
  const stale = tasks.filter(({ file, key }) => key === undefined || !cache.reuse(file, key));
  const errors = new Map<string, Diagnostic>();
  const found: BlockedOnPage[] = [];
  const queue = stale.entries();
  const makeNext = async () => {
    for (const [index, { file, url, route, key }] of queue) {
      progress?.('Making pages', index + 1, stale.length);
      const response = await render(new Request(url), route);
      if (isNoFile(response)) continue;
      try {
        const { body, assets, blocked } = await finish(response, file, route, build);
        files.write(file, body);
        // Made again in the next build, which warns again.
        cache.add(file, { key: blocked.length > 0 ? undefined : key, assets });
        found.push({ component: route.component, page: file, blocked });
      } catch (error) {
        if (!(error instanceof ContentError)) throw error;
        for (const one of error.diagnostics) errors.set(one.file, one);
      }
    }
  };
  // Cards and pictures are made by other threads, while this one renders pages.
  await Promise.all(Array.from({ length: AT_ONCE }, makeNext));
  const diagnostics = [...errors.values(), ...policyErrors(found, making)];
  if (diagnostics.some(({ severity }) => severity === 'error')) throw new ContentError(diagnostics);
  const own = tasks.filter(({ route }) => !resolve(root, route.component).startsWith(engineFolder));
  const pages = own.filter(({ file }) => file.endsWith('/index.html'));
  const ownPages = new Set(pages.map(({ file }) => `/${file.replace(/index\.html$/, '')}`));
  return { ownPages, warnings: diagnostics };
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
