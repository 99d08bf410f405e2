// A worker that makes pages for page-workers.ts.
import { parentPort, workerData } from 'node:worker_threads';
import type { RouteData } from 'astro';
import { openApp } from './page-app.ts';
import { makePage, type PageJob } from './page-job.ts';
import type { WorkerInput, WorkerResult } from './page-workers.ts';
import { SiteFiles } from './site-files.ts';

const { bundle, build } = workerData as WorkerInput;
const app = await openApp(bundle, () => {
  throw new Error('the main thread makes pages with pictures, which it collects');
});
const routes = new Map(app.manifest.routes.map(({ routeData }) => [keyOf(routeData), routeData]));
const making = {
  build,
  files: new SiteFiles(build.folder, build.publicFolder),
  render: (request: Request, routeData: RouteData) => app.render(request, { routeData }),
};

/** A component may be that of several routes. */
function keyOf({ route, component }: Pick<RouteData, 'route' | 'component'>): string {
  return `${route} ${component}`;
}

/** Omits failed jobs: the main thread repeats them, and reports their errors. */
async function make(jobs: readonly PageJob[]): Promise<WorkerResult> {
  const result: WorkerResult = {};
  for (const job of jobs) {
    const assets = await makePage(job, routes.get(keyOf(job))!, making).catch(() => undefined);
    if (assets) result[job.file] = assets;
  }
  return result;
}

parentPort!.on('message', (jobs: PageJob[] | null) => {
  if (jobs === null) return parentPort!.close();
  void make(jobs).then((result) => parentPort!.postMessage(result));
});
