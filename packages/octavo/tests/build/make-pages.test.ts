import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { availableParallelism } from 'node:os';
import type { PathWithRoute } from 'astro';
import { expect, test, vi } from 'vitest';
import type { Build } from '../../src/build/finish.ts';
import { makePages } from '../../src/build/make-pages.ts';
import { openApp } from '../../src/build/page-app.ts';
import { PageCache } from '../../src/build/page-cache.ts';
import { collectPictures } from '../../src/build/picture-versions.ts';
import { context, folder, settings } from '../helpers.ts';

vi.mock('node:os', async (original) => ({
  ...(await original<typeof import('node:os')>()),
  availableParallelism: vi.fn(),
}));

/** A bundle whose pages show their paths and a picture; the last page has no head. */
const ENTRY = `
const route = { route: '/[page]', component: 'src/pages/[page].astro', type: 'page' };
export const app = {
  manifest: { routes: [{ routeData: route }] },
  setInternals() {},
  setOptions() {},
  async render({ url }) {
    const { pathname } = new URL(url);
    const { addStaticImage } = globalThis.astroAsset;
    const picture = pathname.endsWith('5/')
      ? addStaticImage({ src: { src: '/_astro/a.png' }, width: Number(pathname.slice(1, -1)) }, ['width'], 'a.png')
      : '';
    const head = pathname === '/999/' ? '' : '<head><meta charset="utf-8"></head>';
    return new Response(head + pathname + picture, { headers: { 'content-type': 'text/html' } });
  },
};`;

/** Makes pages, on so many cores. */
async function made(count: number, cores: number) {
  vi.mocked(availableParallelism).mockReturnValue(cores);
  const root = folder({
    'bundle/server/prerender-entry.a.mjs': ENTRY,
    'bundle/bundle.json': '{"styles":[]}',
  });
  const bundle = join(root, 'bundle');
  const build = {
    ...{ base: '/', assets: '_astro', image: {} },
    ...{ settings: settings(), folder: join(root, 'next'), version: '1', bundle },
  } as unknown as Build;
  const cache = new PageCache({ root, last: join(root, 'dist'), next: build.folder });
  const { app } = await openApp(bundle);
  const versions = collectPictures(build);
  const route = app.manifest.routes[0]!.routeData;
  const paths = Array.from({ length: count }, (_, page) => ({ pathname: `/${page}/`, route }));
  const render = vi.fn(async (request: Request) => {
    // Workers have time to start.
    const isStarted = () => cores === 1 || cache.has('998/index.html');
    if (!isStarted()) await vi.waitUntil(isStarted, { timeout: 10_000 });
    return app.render(request, { routeData: route });
  });
  const site = { build, cache, versions, ownPages: new Set<string>() };
  const pages = makePages(paths as PathWithRoute[], site, context(root), { render });
  const diagnostics = await pages.then(
    () => [],
    (error: { diagnostics: unknown[] }) => error.diagnostics,
  );
  const written = globSync('**/*.html', { cwd: build.folder }).sort();
  const bytes = written.map((path) => [path, readFileSync(join(build.folder, path), 'utf8')]);
  return {
    ...{ bytes, diagnostics, versions: [...versions].sort(), assets: [...cache.assets()].sort() },
    rendered: render.mock.calls.length,
  };
}

test('workers make the pages, pictures and errors that one thread makes', async () => {
  const [{ rendered, ...alone }, { rendered: here, ...shared }] = [
    await made(1000, 1),
    await made(1000, 2),
  ];
  expect(rendered).toBe(1000);
  expect(here).toBeLessThan(1000);
  expect(shared).toEqual(alone);
  expect(shared).toMatchObject({ diagnostics: { length: 1 }, versions: { length: 100 } });
});
