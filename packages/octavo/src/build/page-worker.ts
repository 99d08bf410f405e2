// A worker that makes pages for make-pages.ts.
import { workerData } from 'node:worker_threads';
import type { RouteData } from 'astro';
import { doJobs } from '../share-jobs.ts';
import type { Build } from './finish.ts';
import { makeFile, type PageJob } from './make-pages.ts';
import { openApp } from './page-app.ts';
import { collectPictures } from './picture-versions.ts';

const build = workerData as Build;
const { app } = await openApp(build.bundle!);
const versions = collectPictures(build);
const routes = new Map(app.manifest.routes.map(({ routeData }) => [routeData.route, routeData]));
const render = (request: Request, routeData: RouteData) => app.render(request, { routeData });

doJobs(async (job: PageJob) => {
  const made = await makeFile(job, routes.get(job.pattern)!, { render, build });
  const result = { made, versions: new Map(versions) };
  versions.clear();
  return result;
});
