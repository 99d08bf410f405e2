import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer, HookParameters } from 'astro';
import { decodePath } from '../blog/decode-path.ts';
import { engineDigest } from '../blog/engine-digest.ts';
import { tellProgress } from '../blog/progress.ts';
import { fileOf, finish, type Build } from './finish.ts';
import { KeptPages } from './kept-pages.ts';
import { isPreview } from './mode.ts';
import { PageThreads } from './page-threads.ts';
import { SiteFiles } from './site-files.ts';
import { removeUnused } from './unused-files.ts';

/** How many files the last build of this process has made, how many it took over; how many are pages. */
export const filesOfBuild = { made: 0, takenOver: 0, pages: 0 };

/**
 * Makes the pages of a site, and only those that would be other than in the last one: a path whose
 * route gives a `cacheKey` is taken over where the key, the engine and the settings are the same.
 * Each page is finished with its policy when it is made. `make` stands before `swap`, which puts
 * the site in its place, and `keep` behind it.
 */
export function generation(): { make: AstroIntegration; keep: AstroIntegration } {
  let kept: KeptPages;
  let last: URL;
  let next: URL;
  let build: Build;
  let pages: HookParameters<'astro:build:setup'>['pages'];
  const threads = new PageThreads();
  return {
    make: {
      name: 'octavo:generation',
      hooks: {
        'astro:config:setup': ({ config }) => {
          last = config.outDir;
        },
        'astro:config:done': ({ config }) => {
          const root = fileURLToPath(config.root);
          next = config.outDir;
          kept = new KeptPages({ root, last: fileURLToPath(last), next: fileURLToPath(next) });
          const version = `${engineDigest(root, 'pages')} ${isPreview()}`;
          const {
            base,
            build: { assets },
          } = config;
          const folder = fileURLToPath(next);
          build = { version, base, assets, isPreview: isPreview(), folder };
        },
        'astro:build:setup': (given) => {
          ({ pages } = given);
        },
        'astro:build:start': ({ setPrerenderer }) => {
          const start = (count: number) => threads.start(count, next, pages, build);
          setPrerenderer((astros) => sparing(astros, { build, kept, threads, start }));
        },
        'astro:build:done': ({ dir }) => {
          const names = kept.assets();
          for (const name of names) kept.takeOverAsset(`${build.assets}/${name}`);
          removeUnused(fileURLToPath(dir), build.assets, names);
        },
      },
    },
    keep: {
      name: 'octavo:generation-kept',
      hooks: {
        'astro:build:done': () => {
          Object.assign(filesOfBuild, kept.counts);
          kept.save();
        },
      },
    },
  };
}

/** What the prerenderer works with. */
interface Works {
  build: Build;
  kept: KeptPages;
  threads: PageThreads;
  /** Starts threads for so many pages. */
  start: (count: number) => void;
}

/** Returns a prerenderer that makes of Astro's paths those that cannot be taken over. */
function sparing(
  astros: AstroPrerenderer,
  { build, kept, threads, start }: Works,
): AstroPrerenderer {
  const keys = new Map<string, string>();
  const files = new SiteFiles(build.folder);
  let [count, done] = [0, 0];
  return {
    ...astros,
    name: 'octavo',
    async getStaticPaths() {
      const all = await astros.getStaticPaths();
      const made = all.filter(({ pathname, route, cacheKey }) => {
        if (cacheKey === undefined) return true;
        const file = fileOf(pathname, route.type);
        const key = digest(`${build.version} ${cacheKey}`);
        keys.set(file, key);
        return !kept.takeOver(file, key);
      });
      start((count = made.length));
      return spread(made, ({ route }) => isFeed(route.component));
    },
    async render(request, options) {
      const { type, component } = options.routeData;
      const path = decodePath(new URL(request.url).pathname).slice(build.base.length - 1);
      const file = fileOf(path, type);
      const make = async () => {
        const response = responseOf(await astros.render(request, options));
        const { body, assets } = await finish(response, file, type, build);
        files.write(file, body);
        return assets;
      };
      const question = { url: request.url, component, file };
      const assets = (await threads.make(question, isFeed(component))) ?? (await make());
      tellProgress('Making pages', ++done, count);
      kept.add(file, { key: keys.get(file) ?? '', assets });
      // It is written: of an empty response Astro writes nothing.
      return new Response(null);
    },
    async teardown() {
      await threads.stop();
      await astros.teardown?.();
    },
  };
}

function isFeed(component: string): boolean {
  return component.endsWith('/[...feed].ts');
}

/** Returns items with some of them at equal distances among the others. */
function spread<Item>(items: readonly Item[], isRare: (item: Item) => boolean): Item[] {
  const [rare, others] = [items.filter(isRare), items.filter((item) => !isRare(item))];
  const distance = Math.ceil(others.length / (rare.length || 1));
  return [
    ...others.flatMap((item, index) =>
      index % distance === 0 ? [...rare.splice(0, 1), item] : [item],
    ),
    ...rare,
  ];
}

function responseOf(rendered: Awaited<ReturnType<AstroPrerenderer['render']>>): Response {
  return rendered instanceof Response ? rendered : rendered.response;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
