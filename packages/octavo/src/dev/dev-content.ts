import { posix } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { AstroIntegration } from 'astro';
import type { ErrorPayload, ViteDevServer } from 'vite';
import { LOCK } from '../addresses/lock/lock.ts';
import { importedFiles } from '../build/engine-digest.ts';
import { BASELINE } from '../checks/baseline.ts';
import { readText } from '../content/read-text.ts';
import { formatDiagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { pathFrom } from '../file-path.ts';
import { escapeHtml } from '../html/escape-html.ts';
import type { SiteContent } from '../loader/site-content.ts';
import { checkServedPages } from './page-policy.ts';

/**
 * Reloads content in `dev` when a file changes, and shows errors in an overlay until they are fixed.
 */
export function devContent(content: SiteContent): AstroIntegration {
  let isRestarted = false;
  return {
    name: 'octavo:dev-content',
    hooks: {
      'astro:config:setup': ({ isRestart }) => {
        isRestarted = isRestart;
      },
      'astro:server:setup': ({ server, refreshContent }) => {
        showErrors(server, content);
        // Astro saves the store at once after this, unlike after a change by the loader itself.
        const refresh = () => refreshContent?.({ loaders: [LOADER], context: { content } });
        const load = () => void untilLoaded(content, refresh);
        watch(server, content, load);
        if (isRestarted) load();
      },
    },
  };
}

/** The folders that affect content and checks. */
const FOLDERS = /^(?:public|src\/(?:assets|content|overrides|pages|slots))\//;
/** The name of the loader in content.ts. */
const LOADER = 'octavo';
/** In milliseconds; editors write a file in several steps. */
const SETTLED_AFTER = 20;
/** The pause between attempts in milliseconds, and their number: together at least a minute. */
const [PAUSE, ATTEMPTS] = [10, 6000];

function watch(
  { watcher }: ViteDevServer,
  { context: { root, settings }, changed }: Pick<SiteContent, 'context' | 'changed'>,
  reload: () => void,
): void {
  let timer: NodeJS.Timeout | undefined;
  const checkedFiles = [LOCK, BASELINE, posix.normalize(settings.blogroll ?? '')];
  const loadedByNode = importedFiles(root, ['src/site.config.ts']);
  const onChange = (absolute: string) => {
    const path = pathFrom(root, absolute);
    // Node does not load a module again.
    if (loadedByNode.has(path)) console.log(`${path} changed; restart dev to apply the change`);
    if (!FOLDERS.test(path) && !checkedFiles.includes(path)) return;
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(reload, SETTLED_AFTER);
  };
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, onChange);
}

/** Requests a load until Astro has done it: Astro ignores requests while it reads content.config.ts. */
async function untilLoaded(content: SiteContent, refresh: () => Promise<void> | undefined) {
  const { loads } = content;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    await refresh();
    if (content.loads > loads) break;
    await wait(PAUSE);
  }
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
    highlightedCode: sourceHtml(readText(root, first.file).text, first.line),
    loc: { file: `${root}${first.file}`, line: first.line, column: first.column },
  };
  // Astro would otherwise replace the payload by its own.
  return { type: 'error', err, ...{ __isEnhancedAstroErrorPayload: true } };
}

/** Returns a text as the HTML of the overlay, with one line marked; `undefined` for a file without text. */
function sourceHtml(text: string, marked: number): string | undefined {
  if (text === '') return undefined;
  const html = text.split('\n').map((line, index) => {
    const mark = index + 1 === marked ? ' error-line' : '';
    return `<span class="line${mark}">${escapeHtml(line)}</span>`;
  });
  return `<pre><code>${html.join('\n')}</code></pre>`;
}
