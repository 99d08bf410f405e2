import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { AstroIntegration } from 'astro';
import { normalizePath, type ErrorPayload, type ViteDevServer } from 'vite';
import { formatDiagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { escapeHtml } from '../html/escape-html.ts';
import type { SiteContent } from '../loader/site-content.ts';

/**
 * Reloads content in `dev` after a change of a file, and shows its errors over the page in the
 * browser until they are fixed.
 */
export function devContent(content: SiteContent): AstroIntegration {
  const { root } = content.context;
  return {
    name: 'octavo:dev-content',
    hooks: {
      'astro:server:setup': ({ server, refreshContent }) => {
        showErrors(server, content);
        // Unlike a change that a loader makes on its own, this one Astro saves at once.
        const refresh = () => refreshContent?.({ loaders: [LOADER] });
        watch(server, root, () => void untilLoaded(content, refresh));
      },
    },
  };
}

/** The folders that are checked with the content. */
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
  content: SiteContent,
  refresh: () => Promise<void> | undefined,
): Promise<void> {
  const { loads } = content;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    await refresh();
    if (content.loads > loads) return;
    await wait(PAUSE);
  }
}

/** Sends errors to every page that is open, and to each that is opened until they are fixed. */
function showErrors({ ws }: ViteDevServer, content: SiteContent): void {
  let shown: ErrorPayload | undefined;
  content.onLoad = (diagnostics) => {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const isFixed = shown !== undefined && errors.length === 0;
    shown = errors.length > 0 ? errorPayload(errors, content.context.root) : undefined;
    if (shown) ws.send(shown);
    else if (isFixed) ws.send({ type: 'full-reload' });
  };
  ws.on('connection', (socket: { send: (message: string) => void }) => {
    if (shown) socket.send(JSON.stringify(shown));
  });
}

/** Returns what the overlay of Astro shows: every error in a line, and the place of the first. */
function errorPayload(errors: readonly Diagnostic[], root: string): ErrorPayload {
  const [first] = errors as readonly [Diagnostic, ...Diagnostic[]];
  const lines = errors.map(formatDiagnostic).join('\n');
  const err = {
    name: 'ContentError',
    title:
      errors.length === 1 ? 'One error in the content' : `${errors.length} errors in the content`,
    // Read as HTML, unlike the stack, which is there to be copied.
    message: escapeHtml(lines),
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
    return `<span class="line${mark}">${escapeHtml(line)}</span>`;
  });
  return `<pre><code>${html.join('\n')}</code></pre>`;
}
