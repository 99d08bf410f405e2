import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroPrerenderer, HookParameters } from 'astro';
import { decodePath } from '../addresses/decode-path.ts';
import { ContentError, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { digestOfFiles } from './digest-of-files.ts';
import { engineDigest } from './engine-digest.ts';
import { engineFolder } from '../engine-folder.ts';
import { contentOfComponents } from './content-of-components.ts';
import { fileOf, finish, isNoFile, type Build } from './finish.ts';
import { injectedScripts } from './injected-scripts.ts';
import { KeptPages } from './kept-pages.ts';
import type { CommandOptions } from './command-options.ts';
import type { Context } from '../settings/context.ts';
import { fontFiles } from '../content/font-files.ts';
import { PageThreads } from './page-threads.ts';
import { SiteFiles } from './site-files.ts';
import { removeUnused } from './unused-files.ts';

interface Options extends Pick<CommandOptions, 'progress' | 'onBuilt'> {
  pagesPerThread?: number | undefined;
}

interface Generation {
  make: AstroIntegration;
  keep: AstroIntegration;
  /** The paths of the built pages whose routes are not the engine's, without the base path. */
  ownPages: Set<string>;
}

/**
 * Makes the pages of a site, and only those that would be other than in the last one: a path whose
 * route gives a `cacheKey` is taken over where the key, the engine and the settings are the same.
 * Each page is finished with its policy when it is made. `make` stands before `swap`, which puts
 * the site in its place, and `keep` behind it.
 */
export function generation(
  context: Context,
  { pagesPerThread, progress, onBuilt }: Options = {},
): Generation {
  let last: URL;
  let config: AstroConfig;
  let pages: HookParameters<'astro:build:setup'>['pages'];
  let kept: KeptPages;
  const ownPages = new Set<string>();
  const threads = new PageThreads(pagesPerThread);
  return {
    ownPages,
    make: {
      name: 'octavo:generation',
      hooks: {
        'astro:config:setup': (given) => {
          last = given.config.outDir;
        },
        'astro:config:done': (given) => {
          ({ config } = given);
        },
        'astro:build:setup': (given) => {
          ({ pages } = given);
        },
        'astro:build:start': ({ setPrerenderer }) => {
          const build = buildOf(config, context);
          const files = new SiteFiles(build.folder, build.publicFolder);
          const root = fileURLToPath(config.root);
          kept = new KeptPages({ root, last: fileURLToPath(last), next: files });
          const start = (count: number) => threads.start(count, config.outDir, pages, build);
          const styles = () => JSON.stringify([...pages].map(([key, page]) => [key, page.styles]));
          const works = { build, files, kept, threads, start, styles, ownPages, root, progress };
          setPrerenderer((astros) => sparing(astros, works));
        },
        'astro:build:done': ({ dir }) => {
          const named = kept.assets();
          for (const path of named) kept.takeOverAsset(path);
          removeUnused(fileURLToPath(dir), config.build.assets, named);
        },
      },
    },
    keep: {
      name: 'octavo:generation-kept',
      hooks: {
        'astro:build:done': () => {
          onBuilt?.(kept.counts);
          kept.save();
        },
      },
    },
  };
}

function buildOf(
  { base, build, outDir, publicDir }: AstroConfig,
  { root, settings, mode }: Context,
): Build {
  const engine = engineDigest({ root, engine: engineFolder }, settings, 'pages');
  const isPreview = mode === 'preview';
  const fonts = fontFiles({ root, settings }).map(({ file }) => relative(root, file));
  return {
    version: `${engine} ${isPreview} ${contentOfComponents(root)} ${digestOfFiles(root, fonts)}`,
    hasFonts: fonts.length > 0,
    ...{ base, assets: build.assets, isPreview, permalink: settings.permalink },
    folder: fileURLToPath(outDir),
    publicFolder: fileURLToPath(publicDir),
  };
}

/** What the prerenderer works with. */
interface Works {
  build: Build;
  files: SiteFiles;
  kept: KeptPages;
  threads: PageThreads;
  /** Starts threads for so many pages. */
  start: (count: number) => void;
  /** The style sheets of all routes, which what else is bundled may order otherwise. */
  styles: () => string;
  ownPages: Set<string>;
  /** The project's folder. */
  root: string;
  progress: CommandOptions['progress'];
}

/** Returns a prerenderer that makes of Astro's paths those that cannot be taken over. */
function sparing(
  astros: AstroPrerenderer,
  { build, files, kept, threads, start, styles, ownPages, root, progress }: Works,
): AstroPrerenderer {
  const keys = new Map<string, string>();
  /** One for each route: its other pages have the same layout. */
  const errors = new Map<string, Diagnostic>();
  let [count, done] = [0, 0];
  const inTurn = oneAtATime();
  return {
    ...astros,
    name: 'octavo',
    async getStaticPaths() {
      const all = await astros.getStaticPaths();
      const scripts = injectedScripts(astros);
      const version = digest(`${build.version} ${styles()} ${scriptsDigest(scripts, build)}`);
      const seen = new Set<string>();
      const made = all.filter(({ pathname, route, cacheKey }) => {
        const file = fileOf(pathname, route.type, build);
        // Of several routes with one path, Astro makes the first.
        if (files.isPublic(file) || seen.has(file)) return false;
        seen.add(file);
        const isOwn = !resolve(root, route.component).startsWith(engineFolder);
        if (isOwn && file.endsWith('/index.html'))
          ownPages.add(`/${file.replace(/index\.html$/, '')}`);
        if (cacheKey === undefined) return true;
        const key = digest(`${version} ${cacheKey}`);
        keys.set(file, key);
        return !kept.takeOver(file, key);
      });
      count = made.length;
      // A page that is made in a thread has none of them.
      if (scripts?.length === 0) start(count);
      return spread(made, ({ route }) => isFeed(route.component));
    },
    async render(request, options) {
      const { type, route, component } = options.routeData;
      const path = decodePath(new URL(request.url).pathname).slice(build.base.length - 1);
      const file = fileOf(path, type, build);
      progress?.('Making pages', ++done, count);
      const question = { url: request.url, route, component, file };
      let assets = await threads.make(question, isFeed(component));
      if (!assets) {
        const response = await inTurn(async () =>
          responseOf(await astros.render(request, options)),
        );
        if (isNoFile(response)) return response;
        try {
          const finished = await finish(response, file, { type, component }, build);
          files.write(file, finished.body);
          ({ assets } = finished);
        } catch (error) {
          if (!(error instanceof ContentError)) throw error;
          for (const found of error.diagnostics) errors.set(found.file, found);
          return new Response(null);
        }
      }
      kept.add(file, { key: keys.get(file), assets });
      // It is written: of an empty response Astro writes nothing.
      return new Response(null);
    },
    async teardown() {
      await threads.stop();
      await astros.teardown?.();
      if (errors.size > 0) throw new ContentError([...errors.values()]);
    },
  };
}

/**
 * Returns what does one piece of work after the other. Between them what threads have answered is
 * heard, so that they are given more.
 */
function oneAtATime(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(() => setImmediate()).then(work);
    last = result.catch(() => undefined);
    return result;
  };
}

/** Returns what pages depend on of the scripts that integrations inject: their files' names have hashes. */
function scriptsDigest(scripts: ReturnType<typeof injectedScripts>, { folder, assets }: Build) {
  if (!scripts?.length) return '';
  const files = globSync('*.js', { cwd: join(folder, assets) }).sort();
  return JSON.stringify([scripts, files]);
}

function isFeed(component: string): boolean {
  return /\/routes\/feed\.[jt]s$/.test(component);
}

/** Returns items with some of them at equal distances among the others. */
function spread<Item>(items: readonly Item[], isRare: (item: Item) => boolean): Item[] {
  const [rare, others] = [items.filter(isRare), items.filter((item) => !isRare(item))];
  const distance = Math.ceil(others.length / (rare.length || 1));
  const result: Item[] = [];
  for (const [index, item] of others.entries()) {
    if (index % distance === 0) result.push(...rare.splice(0, 1));
    result.push(item);
  }
  return [...result, ...rare];
}

function responseOf(rendered: Awaited<ReturnType<AstroPrerenderer['render']>>): Response {
  return rendered instanceof Response ? rendered : rendered.response;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
