// A thread that makes pages for page-threads.ts, by the modules that Astro has bundled for it.
import { parentPort, workerData } from 'node:worker_threads';
import type { RouteData } from 'astro';
import { finish, isNoFile } from './finish.ts';
import { SiteFiles } from './site-files.ts';
import type { Answer, Question, ThreadData } from './page-threads.ts';

/** What Astro's own prerenderer uses of what it has bundled (astro/dist/core/build/app.js). */
interface App {
  manifest: { routes: { routeData: RouteData }[] };
  setInternals: (internals: object) => void;
  setOptions: (options: object) => void;
  render: (request: Request, options: { routeData: RouteData }) => Promise<Response>;
}

const { entry, pages, build } = workerData as ThreadData;
const files = new SiteFiles(build.folder, build.publicFolder);
const { app } = (await import(entry)) as { app: App };
app.setInternals({ pagesByKeys: pages });
app.setOptions({
  // Where integrations inject scripts, there are no threads.
  settings: { scripts: [] },
  logger: { options: { destination: { write: () => true } } },
});
const routes = new Map(app.manifest.routes.map(({ routeData }) => [keyOf(routeData), routeData]));

// Pictures are noted by Astro, in its own thread, for the end of the build.
Object.assign(globalThis, {
  astroAsset: {
    get addStaticImage() {
      throw new Error('a page with pictures is made in the thread of Astro');
    },
  },
});

/** A component may be that of several routes. */
function keyOf({ route, component }: Pick<RouteData, 'route' | 'component'>): string {
  return `${route} ${component}`;
}

/** What cannot be made here is made in Astro's own thread, which tells what is wrong with it. */
async function answer({ id, url, file, ...route }: Question): Promise<Answer> {
  const routeData = routes.get(keyOf(route))!;
  try {
    const response = await app.render(new Request(url), { routeData });
    if (isNoFile(response)) return { id };
    const { body, assets } = await finish(response, file, routeData, build);
    files.write(file, body);
    return { id, assets };
  } catch {
    return { id };
  }
}

parentPort!.on('message', (question: Question | null) => {
  if (question === null) return parentPort!.close();
  void answer(question).then((found) => parentPort!.postMessage(found));
});
