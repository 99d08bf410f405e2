import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { ViteDevServer } from 'vite';
import { decodePath } from '../addresses/decode-path.ts';
import { readBundle } from '../build/cached-bundle.ts';
import { openApp } from '../build/page-app.ts';
import { pathFrom } from '../file-path.ts';
import { readHtml } from '../html/read-html.ts';
import type { SiteContent } from '../loader/site-content.ts';
import { passContext } from '../owner/runtime-modules.ts';
import type { Context } from '../settings/context.ts';

/**
 * Answers pages from the bundle of the last build until code changes, so that authors need not wait for
 * Vite to load the modules of Astro.
 */
export function bundledPages(content: SiteContent): AstroIntegration {
  let bundle: ReturnType<typeof bundleOf>;
  return {
    name: 'octavo:bundled-pages',
    hooks: {
      'astro:config:setup': ({ command, isRestart }) => {
        // A process that restarts its server has loaded the bundle with the earlier settings.
        if (command === 'dev' && !isRestart) bundle = bundleOf(content.context);
      },
      'astro:server:setup': ({ server }) => {
        if (bundle) answerFrom(bundle, server, content);
      },
    },
  };
}

/** Returns the bundle of the last build, or of the package; `undefined` if there is none of the same code. */
function bundleOf(context: Context) {
  try {
    return readBundle(context);
  } catch {
    return undefined;
  }
}

/** Astro and editors write files in folders whose names begin with a dot. */
const NOT_CODE = /^(?:(?:src\/content|public)(?:\/|$)|\.(?!env)|[^/]*\.(?:lock|md)$)/;
const CLIENT = '<script type="module" src="/@vite/client"></script>';

function answerFrom(
  { folder, bundle }: ReturnType<typeof readBundle>,
  server: ViteDevServer,
  content: SiteContent,
): void {
  const { root, settings } = content.context;
  let opening: ReturnType<typeof openApp> | undefined;
  let isCodeSame = true;
  server.watcher.add(bundle.files.map((file) => join(root, file)));
  server.watcher.on('all', (_, path) => {
    if (!isCodeSame || NOT_CODE.test(pathFrom(root, path))) return;
    isCodeSame = false;
    if (opening) server.ws.send({ type: 'full-reload' });
  });
  const open = () => {
    passContext(content.context, '');
    return openApp(folder);
  };
  const pageOf = async (url: string, originalUrl: string) => {
    const { app } = await (opening ??= open());
    // It has the posts of the last request.
    app.routeCache.clearAll();
    const path = decodePath(new URL(url, settings.origin).pathname);
    const request = new Request(new URL(originalUrl, settings.origin));
    for (const { routeData } of app.manifest.routes) {
      if (routeData.type !== 'page' || !routeData.pattern.test(path)) continue;
      // A page that cannot be rendered is left to Astro, which reports the error.
      const response = await app.render(request, { routeData }).catch(() => undefined);
      if (response?.status === 200) return withClient(await response.text());
    }
    return undefined;
  };
  server.middlewares.use(async ({ url = '/', originalUrl = url }, response, next) => {
    const isAnswered = isCodeSame && content.bundledEntries() === bundle.entries;
    const html = isAnswered ? await pageOf(url, originalUrl).catch(() => undefined) : undefined;
    if (html === undefined) next();
    else response.setHeader('content-type', 'text/html').end(html);
  });
}

/** Returns a page with the script by which Vite reloads it. */
function withClient(html: string): string {
  const end = readHtml(html).metas[0]?.end ?? 0;
  return html.slice(0, end) + CLIENT + html.slice(end);
}
