import type { EventEmitter } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { normalizePath, type ErrorPayload, type ViteDevServer } from 'vite';
import { DIAGNOSTICS_EVENT, formatDiagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';

/**
 * In `dev`, loads content again a moment after a file of it or of `src/pages/` was changed, added or taken away, and
 * shows its errors in the browser, over the page, until they are mended.
 */
export function devContent(): AstroIntegration {
  let root: string;
  return {
    name: 'octavo:dev-content',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:server:setup': ({ server, refreshContent }) => {
        showErrors(server, root);
        // Unlike a change that a loader makes on its own, this one Astro saves at once.
        const refresh = () => refreshContent?.({ loaders: [LOADER] });
        watch(server, root, () => void untilLoaded(server, refresh));
      },
    },
  };
}

/** The folders whose files are checked with the content. */
const FOLDERS = ['src/content/', 'src/overrides/', 'src/pages/', 'src/slots/'];
/** The name of the loader of loader/. */
const LOADER = 'octavo';
/** Milliseconds: editors write a file in several steps. */
const SETTLED_AFTER = 20;
/** Milliseconds between attempts, and how often it is tried: for a minute at least. */
const [PAUSE, ATTEMPTS] = [10, 6000];

function watch({ watcher }: ViteDevServer, root: string, reload: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  const inside = FOLDERS.map((folder) => normalizePath(`${root}${folder}`));
  const changed = (path: string) => {
    if (!inside.some((folder) => normalizePath(path).startsWith(folder))) return;
    clearTimeout(timer);
    timer = setTimeout(reload, SETTLED_AFTER);
  };
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, changed);
}

/**
 * Asks Astro to load content until it has: it does nothing while it reads content.config.ts, which
 * it does after each change of content too.
 */
async function untilLoaded(
  { watcher }: ViteDevServer,
  refresh: () => Promise<void> | undefined,
): Promise<void> {
  let loaded = false;
  const events: EventEmitter = watcher;
  const done = () => (loaded = true);
  events.once(DIAGNOSTICS_EVENT, done);
  for (let attempt = 0; !loaded && attempt < ATTEMPTS; attempt++) {
    await refresh();
    if (!loaded) await wait(PAUSE);
  }
  events.off(DIAGNOSTICS_EVENT, done);
}

/** Sends errors to every page that is open, and to each that is opened while they stand. */
function showErrors({ watcher, ws }: ViteDevServer, root: string): void {
  let standing: ErrorPayload | undefined;
  (watcher as EventEmitter).on(DIAGNOSTICS_EVENT, (diagnostics: readonly Diagnostic[]) => {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const mended = standing !== undefined && errors.length === 0;
    standing = errors.length > 0 ? errorPayload(errors, root) : undefined;
    if (standing) ws.send(standing);
    else if (mended) ws.send({ type: 'full-reload' });
  });
  ws.on('connection', (socket: { send: (message: string) => void }) => {
    if (standing) socket.send(JSON.stringify(standing));
  });
}

/** Returns what the overlay of Astro shows: every error in a line, and the place of the first. */
function errorPayload(errors: readonly Diagnostic[], root: string): ErrorPayload {
  const [first] = errors as readonly [Diagnostic, ...Diagnostic[]];
  const lines = errors.map(formatDiagnostic).join('\n');
  const err = {
    name: 'ContentError',
    title:
      errors.length === 1
        ? 'One mistake in the content'
        : `${errors.length} mistakes in the content`,
    // Read as HTML, unlike the stack, which is there to be copied.
    message: escaped(lines),
    stack: lines,
    highlightedCode: sourceHtml(`${root}${first.file}`, first.line),
    loc: { file: `${root}${first.file}`, line: first.line, column: first.column },
  };
  // The mark keeps Astro from making a payload of its own out of this one.
  return { type: 'error', err, ...{ __isEnhancedAstroErrorPayload: true } };
}

/** Returns a file as the overlay shows code, with one line marked; `undefined` where it is gone. */
function sourceHtml(file: string, marked: number): string | undefined {
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  const html = lines.map((line, index) => {
    const mark = index + 1 === marked ? ' error-line' : '';
    return `<span class="line${mark}">${escaped(line)}</span>`;
  });
  return `<pre><code>${html.join('\n')}</code></pre>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
