import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { PageThreads } from '../../src/build/page-threads.ts';
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
  'stopping waits for the work of a thread in the background',
  async () => {
    const root = folder({ 'dist/.prerender/prerender-entry.a.mjs': BUNDLE });
    const dist = join(root, 'dist/');
    const build = {
      ...{ version: '', base: '/', assets: '_astro', permalink: '' },
      ...{ isPreview: false, hasFonts: false },
    };
    const threads = new PageThreads(1);
    const folders = { folder: dist, publicFolder: join(root, 'public') };
    threads.start(1, pathToFileURL(dist), new Map(), { ...build, ...folders });
    const page = { url: 'https://example.com/', route: '/', component: 'index.astro' };
    expect(await threads.make({ ...page, file: 'index.html' }, false)).toEqual([]);
    await threads.stop();
    expect(existsSync(join(dist, 'done'))).toBe(true);
  },
);
