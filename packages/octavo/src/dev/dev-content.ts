import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { AstroIntegration } from 'astro';
import { normalizePath, type ErrorPayload, type ViteDevServer } from 'vite';
import { formatDiagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { pathFrom } from '../file-path.ts';
import { escapeHtml } from '../html/escape-html.ts';
import type { SiteContent } from '../loader/site-content.ts';
import { kindOf } from '../markdown/pictures/media.ts';
import { entriesFile } from '../owner/runtime-modules.ts';
import { checkServedPages } from './page-policy.ts';

/**
 * Reloads content in `dev` when a file changes, and shows errors in an overlay until they are fixed.
 */
export function devContent(content: SiteContent): AstroIntegration {
  return {
    name: 'octavo:dev-content',
    hooks: {
      'astro:server:setup': ({ server, refreshContent }) => {
        showErrors(server, content);
        // Astro saves the store at once after this, unlike after a change by the loader itself.
        const refresh = () => refreshContent?.({ loaders: [LOADER] });
        watch(server, content, () => {
          void untilLoaded(content, refresh);
        });
      },
    },
  };
}

/** The folders that affect content and checks. */
const FOLDERS = ['src/content/', 'src/overrides/', 'src/pages/', 'src/slots/'];
/** The name of the loader in content.ts. */
const LOADER = 'octavo';
/** In milliseconds; editors write a file in several steps. */
const SETTLED_AFTER = 20;
/** The pause between attempts in milliseconds, and their number: together at least a minute. */
const [PAUSE, ATTEMPTS] = [10, 6000];

function watch(
  { watcher, ws }: ViteDevServer,
  { context: { root, settings }, changed }: Pick<SiteContent, 'context' | 'changed'>,
  reload: () => void,
): void {
  let timer: NodeJS.Timeout | undefined;
  const media = normalizePath(`${root}src/`);
  const paths = [...FOLDERS, settings.blogroll ?? 'src/content/'];
  const inside = paths.map((path) => normalizePath(`${root}${path}`));
  const onChange = (path: string) => {
    // No module imports them, by which Vite would know the pages.
    if (kindOf(path) && normalizePath(path).startsWith(media)) ws.send({ type: 'full-reload' });
    if (!inside.some((folder) => normalizePath(path).startsWith(folder))) return;
    changed.add(pathFrom(root, path));
    clearTimeout(timer);
    timer = setTimeout(reload, SETTLED_AFTER);
  };
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, onChange);
}

/**
 * Requests a load until Astro has done it: Astro ignores requests while it reads content.config.ts.
 * Where no entry changed, as for replies, Astro's store gets a new date, by which pages are read again.
 */
async function untilLoaded(content: SiteContent, refresh: () => Promise<void> | undefined) {
  const { loads } = content;
  const file = entriesFile(content.context);
  const last = dateOf(file);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    await refresh();
    if (content.loads > loads) break;
    await wait(PAUSE);
  }
  if (last && dateOf(file) === last) utimesSync(file, last, last + 1);
}

/** Returns the date of a file in seconds since 1970; `undefined` if it is missing. */
function dateOf(file: string): number | undefined {
  const { mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? {};
  return mtimeMs && mtimeMs / 1000;
}

/**
 * Sends errors of the content to all open pages, and to pages that are opened before they are fixed,
 * and to a page what its policy would block.
 */
function showErrors(server: ViteDevServer, content: SiteContent): void {
  const { ws } = server;
  const { root } = content.context;
  let [ofContent, ofPage]: [Diagnostic[], Diagnostic[]] = [[], []];
  const payload = () => {
    const errors = [...ofContent, ...ofPage];
    return errors.length > 0 ? errorPayload(errors, root) : undefined;
  };
  content.onLoad = (diagnostics) => {
    const wasWrong = ofContent.length > 0;
    ofContent = errorsAmong(diagnostics);
    if (ofContent.length > 0) ws.send(payload()!);
    else if (wasWrong) ws.send({ type: 'full-reload' });
  };
  const printed = new Map<string, string>();
  checkServedPages(server, content.context, (path, diagnostics) => {
    // A page connects when it is loaded.
    ofPage = errorsAmong(diagnostics);
    const lines = diagnostics.map(formatDiagnostic).join('\n');
    if (lines && printed.get(path) !== lines) console.error(lines);
    printed.set(path, lines);
  });
  ws.on('connection', (socket: { send: (message: string) => void }) => {
    const shown = payload();
    if (shown) socket.send(JSON.stringify(shown));
  });
}

function errorsAmong(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error');
}

/** Returns the payload of Astro's overlay: a line for each error, and the position of the first. */
function errorPayload(errors: readonly Diagnostic[], root: string): ErrorPayload {
  const [first] = errors as readonly [Diagnostic, ...Diagnostic[]];
  const lines = errors.map(formatDiagnostic).join('\n');
  const err = {
    name: 'ContentError',
    title: errors.length === 1 ? 'One error in the blog' : `${errors.length} errors in the blog`,
    // The overlay renders the message as HTML, and the stack as text.
    message: escapeHtml(lines),
    stack: lines,
    highlightedCode: sourceHtml(`${root}${first.file}`, first.line),
    loc: { file: `${root}${first.file}`, line: first.line, column: first.column },
  };
  // Astro would otherwise replace the payload by its own.
  return { type: 'error', err, ...{ __isEnhancedAstroErrorPayload: true } };
}

/** Returns a file as the HTML of the overlay, with one line marked; `undefined` for a deleted file. */
function sourceHtml(file: string, marked: number): string | undefined {
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  const html = lines.map((line, index) => {
    const mark = index + 1 === marked ? ' error-line' : '';
    return `<span class="line${mark}">${escapeHtml(line)}</span>`;
  });
  return `<pre><code>${html.join('\n')}</code></pre>`;
}
