// A worker that makes pages for make-pages.ts.
import { workerData } from 'node:worker_threads';
import type { RouteData } from 'astro';
import { doJobs } from '../share-jobs.ts';
import { makeFile, type PageJob, type PageWorkerInput } from './make-pages.ts';
import { openApp } from './page-app.ts';
import { collectPictures } from './picture-versions.ts';
import { SiteFiles } from './site-files.ts';

const { build, config, bundle } = workerData as PageWorkerInput;
const { folder, publicFolder } = build;
const app = await openApp(bundle!);
const versions = collectPictures(config);
const routes = new Map(app.manifest.routes.map(({ routeData }) => [routeData.route, routeData]));
const render = (request: Request, routeData: RouteData) => app.render(request, { routeData });
const files = new SiteFiles(folder, publicFolder);

doJobs(async (job: PageJob) => {
  const made = await makeFile(job, routes.get(job.pattern)!, { render, build, files });
  const result = { made, versions: new Map(versions) };
  versions.clear();
  return result;
});
