import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { bundleIn } from '../../src/build/page-app.ts';
import { startWorkers } from '../../src/build/page-workers.ts';
import { folder } from '../helpers.ts';

/** A bundle of Astro whose page goes on to work when it is made. */
const BUNDLE = `
  import { writeFileSync } from 'node:fs';
  const route = { route: '/', component: 'index.astro', type: 'page' };
  export const app = {
    manifest: { routes: [{ routeData: route }] },
    setInternals() {},
    setOptions() {},
    async render() {
      setTimeout(() => writeFileSync(new URL('../done', import.meta.url), ''), 50);
      const headers = { 'content-type': 'text/html' };
      return new Response('<head><meta charset="utf-8"></head>', { headers });
    },
  };
`;

// Astro's container generates a key in the background; Node crashes if that is interrupted.
test.skipIf(availableParallelism() === 1)(
  'stopping waits for the work of a worker in the background',
  async () => {
    const root = folder({ 'dist/.prerender/prerender-entry.a.mjs': BUNDLE });
    const dist = join(root, 'dist/');
    const build = {
      ...{ version: '', base: '/', assets: '_astro', permalink: '' },
      ...{ origin: 'https://example.com', endsInSlash: true, isPreview: false, hasFonts: false },
      ...{ folder: dist, publicFolder: join(root, 'public') },
    };
    const bundle = bundleIn(pathToFileURL(join(dist, '.prerender/')), [])!;
    const [worker] = startWorkers(1, { bundle, build }, 1);
    const page = { url: 'https://example.com/', route: '/', component: 'index.astro' };
    expect(await worker!.make([{ ...page, file: 'index.html' }])).toEqual({ 'index.html': [] });
    await worker!.stop();
    expect(existsSync(join(dist, 'done'))).toBe(true);
    expect(await worker!.make([{ ...page, file: 'index.html' }])).toEqual({});
  },
);
