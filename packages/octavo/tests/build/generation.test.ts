import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroPrerenderer, PathWithRoute } from 'astro';
import { globSync } from 'tinyglobby';
import { describe, expect, test, vi } from 'vitest';
import { finishPage } from '../../src/policy/finish-page.ts';
import type { SiteConfig } from '../../src/settings/settings.ts';
import type { Mode } from '../../src/settings/context.ts';
import { context, folder, write } from '../helpers.ts';

const PAGE =
  '<!doctype html><head><meta charset="utf-8"><title>T</title><script>a()</script></head>';

type Hooks = AstroIntegration['hooks'];

/** The response of each path. */
type Made = Record<
  string,
  {
    body: string | null;
    status?: number;
    type?: 'page' | 'endpoint';
    component?: string;
    cacheKey?: string;
  }
>;

interface BuildOptions {
  base?: string;
  scripts?: object[];
  mode?: Mode;
  settings?: Partial<SiteConfig>;
  /** Called with the folder of the complete site, by an integration of the owner's. */
  onBuilt?: (folder: string) => void;
}

/** Builds these paths as Astro does; returns those that were rendered. */
async function build(
  root: string,
  made: Made,
  { base = '/', scripts = [], mode = 'build', settings = {}, onBuilt }: BuildOptions = {},
): Promise<string[]> {
  vi.resetModules();
  const { generation } = await import('../../src/build/generation.ts');
  const { make, swap } = generation(context(root, settings, { mode }));
  const [last, next] = ['dist', 'dist.next'].map((name) => pathToFileURL(join(root, `${name}/`)));
  const config = {
    root: pathToFileURL(`${root}/`),
    publicDir: pathToFileURL(join(root, 'public/')),
    ...{ base, output: 'static', trailingSlash: 'ignore' },
    ...{ redirects: {}, vite: {}, image: {} },
    integrations: onBuilt ? [{ name: 'own', hooks: { 'astro:build:done': onBuilt } }] : [],
    build: { assets: '_astro', format: 'directory' },
  };
  for (const path of ['dist.next/.prerender', '.cache/octavo'])
    mkdirSync(join(root, path), { recursive: true });
  let prerenderer: AstroPrerenderer | undefined;
  const call = (hooks: Hooks, name: keyof Hooks, given: object) =>
    (hooks[name] as ((given: object) => void) | undefined)?.(given);
  call(make.hooks, 'astro:config:setup', {
    command: 'build',
    config: { ...config, outDir: last },
    updateConfig: () => undefined,
  });
  call(make.hooks, 'astro:config:done', { config: { ...config, outDir: next } });
  call(make.hooks, 'astro:build:setup', { pages: new Map() });
  const rendered: string[] = [];
  call(make.hooks, 'astro:build:start', {
    setPrerenderer: (given: (astros: AstroPrerenderer) => AstroPrerenderer) =>
      (prerenderer = given({ ...astros(made, base, rendered), ...appWith(scripts) })),
  });
  if (existsSync(join(root, 'public')))
    cpSync(join(root, 'public'), join(root, 'dist.next'), { recursive: true });
  for (const { pathname, route } of await prerenderer!.getStaticPaths()) {
    const request = new Request(`https://example.com${base}${encodeURI(pathname.slice(1))}`);
    // Astro writes nothing of an empty response.
    expect(
      ((await prerenderer!.render(request, { routeData: route })) as Response).body,
    ).toBeNull();
  }
  await prerenderer!.teardown?.();
  call(make.hooks, 'astro:build:done', { dir: next });
  rmSync(join(root, 'dist.next/.prerender'), { recursive: true });
  onBuilt?.(join(root, 'dist.next'));
  call(swap.hooks, 'astro:build:done', { dir: next });
  return rendered;
}

/** Astro's prerenderer keeps what integrations inject in its app. */
function appWith(scripts: object[]): object {
  return { app: { getSettings: () => ({ scripts }) } };
}

function astros(made: Made, base: string, rendered: string[]): AstroPrerenderer {
  return {
    name: 'astro',
    getStaticPaths: () =>
      Promise.resolve(
        Object.entries(made).map(
          ([pathname, { type = 'page', component = 'src/pages/a.astro', cacheKey }]) => ({
            pathname,
            route: { type, component } as PathWithRoute['route'],
            cacheKey,
          }),
        ),
      ),
    teardown: () => Promise.resolve(),
    render: (request) => {
      const path = decodeURI(new URL(request.url).pathname).slice(base.length - 1);
      const found = [path.replace(/\/$/, ''), path].find((one) => one in made)!;
      const { body, status = 200, type = 'page' } = made[found]!;
      rendered.push(found);
      const headers = { 'content-type': type === 'page' ? 'text/html' : 'text/xml' };
      return Promise.resolve(new Response(body, { status, headers }));
    },
  };
}

const read = (root: string, path: string) => readFileSync(join(root, 'dist', path), 'utf8');

describe('a page', () => {
  test.each(['/', '/blog/'])(
    'has its policy when it is made, below %s, and no other file',
    async (base) => {
      const root = folder();
      await build(
        root,
        {
          '/posts/ä': { body: PAGE },
          '/404': { body: PAGE },
          '/rss.xml': { body: PAGE, type: 'endpoint' },
        },
        { base },
      );
      expect(read(root, 'posts/ä/index.html')).toBe(finishPage(PAGE).html);
      expect(read(root, '404.html')).toBe(finishPage(PAGE).html);
      expect(read(root, 'rss.xml')).toBe(PAGE);
    },
  );

  test('without an encoding is an error, one for each route, at the end', async () => {
    const root = folder();
    await build(root, { '/a': { body: PAGE } });
    const body = '<html><head><title>T</title></head>';
    const made = {
      '/b/1': { body, component: 'src/pages/b/[n].astro' },
      '/b/2': { body, component: 'src/pages/b/[n].astro' },
      '/a': { body },
      '/c': { body: PAGE },
    };
    const message =
      /^src\/pages\/a\.astro:1:1 {2}a\/index\.html: no <meta charset="utf-8"> in the head, so no place for the security policy; make it the first element of the head\nsrc\/pages\/b\/\[n\]\.astro:1:1 {2}.*$/;
    await expect(build(root, made)).rejects.toThrow(message);
    expect(read(root, 'a/index.html')).toBe(finishPage(PAGE).html);
  });

  test('that cannot be rendered is an error with its component', async () => {
    const component = 'src/pages/b.astro';
    // No such status.
    const made = { '/a': { body: PAGE }, '/b': { body: PAGE, status: 99, component } };
    await expect(build(folder(), made)).rejects.toMatchObject({ name: 'RangeError', component });
  });

  test('with parts that its policy blocks is an error, with those of all pages', async () => {
    const root = folder({
      'src/slots/head.astro': '<script src="https://a.example/x.js"></script>',
    });
    const [script, style] = [
      PAGE.replace('</head>', '<script src="https://a.example/x.js"></script></head>'),
      `${PAGE}<p style="a">a</p>`,
    ];
    const component = 'src/pages/b.astro';
    const made = { '/a': { body: script }, '/b': { body: style, component }, '/c': { body: PAGE } };
    const message =
      /^src\/pages\/b\.astro:1:1 {2}style of <p>: .*\nsrc\/slots\/head\.astro:1:14 {2}<script>: .*$/;
    await expect(build(root, made)).rejects.toThrow(message);
  });

  test('with such parts is made, and warned of, in each build where the settings say so', async () => {
    const print = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const root = folder();
    const made = { '/a': { body: `${PAGE}<p style="a">a</p>`, cacheKey: 'a' } };
    const settings = { checks: { policy: 'warn' } } as const;
    for (const times of [1, 2]) {
      expect(await build(root, made, { settings })).toEqual(['/a']);
      expect(print).toHaveBeenCalledTimes(times);
    }
    expect(print.mock.lastCall).toEqual([
      expect.stringMatching(/^src\/pages\/a\.astro:1:1 {2}warning: style of <p>: /),
    ]);
    print.mockRestore();
  });

  test('is that of the first of several routes with one path', async () => {
    const root = folder();
    const made = { '/a': { body: PAGE }, '/a/': { body: PAGE.replace('T', 'U'), cacheKey: 'a' } };
    expect(await build(root, made)).toEqual(['/a']);
    expect(await build(root, made)).toEqual(['/a']);
  });

  test('asks search engines to save out in a preview', async () => {
    const root = folder();
    await build(root, { '/a': { body: PAGE } }, { mode: 'preview' });
    expect(read(root, 'a/index.html')).toContain('<meta name="robots" content="noindex">');
  });
});

test('a page that redirects is left to Astro, in each build', async () => {
  const root = folder();
  expect(await build(root, { '/a': { body: null, status: 301 } })).toEqual(['/a', '/a']);
  const record = readFileSync(join(root, '.cache/octavo/bundle/bundle.json'), 'utf8');
  expect(JSON.parse(record)).toMatchObject({ reason: 'redirects' });
});

describe('a second build makes', () => {
  const MADE: Made = {
    '/a': { body: PAGE, cacheKey: 'a' },
    '/b.md': { body: 'B', cacheKey: 'b', type: 'endpoint' },
    '/always': { body: PAGE },
  };

  test('what has no key, and nothing else where nothing changed', async () => {
    const root = folder();
    expect(await build(root, MADE)).toEqual(['/a', '/b.md', '/always']);
    expect(await build(root, MADE)).toEqual(['/always']);
    expect(await build(root, MADE)).toEqual(['/always']);
    expect(read(root, 'a/index.html')).toBe(finishPage(PAGE).html);
    expect(read(root, 'b.md')).toBe('B');
  });

  test('all files for an integration of the owner’s, and what it changed again', async () => {
    const root = folder();
    const seen: string[][] = [];
    const onBuilt = (built: string) => {
      seen.push(globSync('**/*', { cwd: built }).sort());
      appendFileSync(join(built, 'b.md'), '!');
    };
    await build(root, MADE, { onBuilt });
    expect(await build(root, MADE, { onBuilt })).toEqual(['/b.md', '/always']);
    const files = ['a/index.html', 'always/index.html', 'b.md'];
    expect(seen).toEqual([files, files]);
    expect(read(root, 'b.md')).toBe('B!');
    expect(await build(root, MADE, { onBuilt })).toEqual(['/b.md', '/always']);
  });

  test('what has another key', async () => {
    const root = folder();
    await build(root, MADE);
    const changed = { ...MADE, '/a': { body: PAGE.replace('T', 'U'), cacheKey: 'a2' } };
    expect(await build(root, changed)).toEqual(['/a', '/always']);
    expect(read(root, 'a/index.html')).toContain('<title>U</title>');
  });

  test.each([
    'src/components/A.astro',
    'src/styles/base.css',
    'src/site.config.ts',
    'package-lock.json',
  ])('everything where %s is another', async (path) => {
    const root = folder({ [path]: 'old' });
    await build(root, MADE);
    write(root, { [path]: 'new' });
    expect(await build(root, MADE)).toEqual(['/a', '/b.md', '/always']);
  });

  test('nothing more where a text is another, which is in the keys', async () => {
    const root = folder({ 'src/content/posts/a.md': 'old' });
    await build(root, MADE);
    write(root, { 'src/content/posts/a.md': 'new' });
    expect(await build(root, MADE)).toEqual(['/always']);
  });

  test('everything where it is a preview, or the one before was', async () => {
    const root = folder();
    await build(root, MADE);
    expect(await build(root, MADE, { mode: 'preview' })).toEqual(['/a', '/b.md', '/always']);
    expect(await build(root, MADE)).toEqual(['/a', '/b.md', '/always']);
  });

  test('everything where an integration injects another script, or its file has another name', async () => {
    const root = folder();
    const injected = (content: string) =>
      build(root, MADE, { scripts: [{ stage: 'page', content }] });
    await injected('a()');
    expect(await injected('a()')).toEqual(['/always']);
    expect(await injected('b()')).toEqual(['/a', '/b.md', '/always']);
    write(root, { 'dist.next/_astro/page.1.js': 'imported' });
    expect(await injected('b()')).toEqual(['/a', '/b.md', '/always']);
  });

  test('what public/ no longer has', async () => {
    const root = folder({ 'public/b.md': 'public' });
    expect(await build(root, MADE)).toEqual(['/a', '/always']);
    rmSync(join(root, 'public'), { recursive: true });
    expect(await build(root, MADE)).toEqual(['/b.md', '/always']);
  });

  test('no page that is gone', async () => {
    const root = folder();
    await build(root, MADE);
    await build(root, { '/always': { body: PAGE } });
    expect(() => read(root, 'a/index.html')).toThrow('ENOENT');
  });
});
