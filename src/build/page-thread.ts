// A thread that makes pages for page-threads.ts, by the modules that Astro has bundled for it.
import { parentPort, workerData } from 'node:worker_threads';
import type { RouteData } from 'astro';
import { finish } from './finish.ts';
import { SiteFiles } from './site-files.ts';
import type { Answer, Question, ThreadData } from './page-threads.ts';

/** What Astro's own prerenderer uses of what it has bundled (astro/dist/core/build/app.js). */
interface App {
  manifest: { routes: { routeData: RouteData }[] };
  setInternals: (internals: object) => void;
  setOptions: (options: object) => void;
  render: (request: Request, options: { routeData: RouteData }) => Promise<Response>;
}

/** Thrown where a page needs what only Astro's own thread has. */
class NotHere extends Error {}

const { entry, pages, build } = workerData as ThreadData;
const files = new SiteFiles(build.folder);
const { app } = (await import(entry)) as { app: App };
app.setInternals({ pagesByKeys: pages });
app.setOptions({
  settings: { scripts: [] },
  logger: { options: { destination: { write: () => true } } },
});
const routes = new Map(
  app.manifest.routes.map(({ routeData }) => [routeData.component, routeData]),
);

// Pictures are noted by Astro for the end of the build.
Object.assign(globalThis, {
  astroAsset: {
    get addStaticImage() {
      throw new NotHere();
    },
  },
});

async function answer({ id, url, component, file }: Question): Promise<Answer> {
  const routeData = routes.get(component)!;
  try {
    const response = await app.render(new Request(url), { routeData });
    const { body, assets } = await finish(response, file, routeData.type, build);
    files.write(file, body);
    return { id, assets };
  } catch (error) {
    return error instanceof NotHere ? { id } : { id, error };
  }
}

parentPort!.on('message', (question: Question) => {
  void answer(question).then((found) => parentPort!.postMessage(found));
});
