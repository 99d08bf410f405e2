import { basename } from 'node:path';
import type { EnvironmentModuleNode, ViteDevServer } from 'vite';
import { commandOptions } from '../build/command-options.ts';
import type { CheckedContent } from '../checks/check-content.ts';
import type { SourceFile } from '../content/content-file.ts';
import { withSettings } from '../content/ignores.ts';
import { isHidden } from '../content/published.ts';
import { diagnosticOf, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { positionIn } from '../diagnostics/position-in.ts';
import { stackPosition } from '../diagnostics/stack-position.ts';
import type { Context } from '../settings/context.ts';

/**
 * Renders MDX as pages do, and returns the error of each file: what its code throws, or a component
 * that it imports. Files with known errors are left out, and those that read collections, unless
 * their error is `thrown`, the one of a build.
 */
export async function mdxErrors(
  { content, diagnostics: known }: Pick<CheckedContent, 'content' | 'diagnostics'>,
  context: Context,
  thrown?: string,
): Promise<Diagnostic[]> {
  const faulty = new Set(
    known
      .filter(
        ({ severity, rule }) => severity === 'error' || rule === 'mdx' || rule === 'component',
      )
      .map(({ file }) => file),
  );
  const files = [...content.sources.values()].filter(
    ({ format, body, path }) => format === 'mdx' && MAY_THROW.test(body) && !faulty.has(path),
  );
  if (files.length === 0) return [];
  const { root } = context;
  const server = await startServer(context);
  try {
    const diagnostics: Diagnostic[] = [];
    for (const file of files) {
      const error = await errorOf(file, server);
      const found = error && diagnosticOfError(error, file, { server, root, thrown });
      const severity = isHidden(file, context) ? 'warning' : 'error';
      if (found) diagnostics.push({ ...found, severity });
    }
    return withSettings(diagnostics, [], context.settings);
  } finally {
    await server.close();
  }
}

/** A call, or access to a property or an item. */
const RISK = String.raw`(?:[.(]|[\w$)\]]\[)`;
/**
 * Matches what may throw: an import, and a risk in an export, which an empty line ends, or in an
 * expression; neither a comment nor a mere name.
 */
const MAY_THROW = new RegExp(
  String.raw`^import\s|^export\b(?:.|\n(?!\n))*?${RISK}|\{(?!/\*)[^}]*?${RISK}`,
  'm',
);

/** Starts Vite with Astro's plugins, for modules only: nobody connects to it. */
async function startServer({ root, now }: Context): Promise<ViteDevServer> {
  // Only such MDX needs them.
  const { getViteConfig } = await import('astro/config');
  const { createServer } = await import('vite');
  const config = getViteConfig(
    {
      appType: 'custom',
      cacheDir: `${root}.cache/octavo/vite`,
      logLevel: 'silent',
      optimizeDeps: { noDiscovery: true, include: [] },
      server: { middlewareMode: true, watch: null, ws: false },
    },
    { root, logLevel: 'silent', integrations: [commandOptions({ now })] },
  );
  return createServer(await config({ mode: 'development', command: 'serve' }));
}

async function errorOf({ path }: SourceFile, server: ViteDevServer): Promise<Error | undefined> {
  const { default: renderer } = await import('@astrojs/mdx/server.js');
  const { experimental_AstroContainer: Container } = (await server.ssrLoadModule(
    'astro/container',
  )) as typeof import('astro/container');
  try {
    const { default: Content } = await server.ssrLoadModule(`/${path}`);
    const container = await Container.create();
    container.addServerRenderer({ name: 'astro:jsx', renderer });
    await container.renderToString(Content);
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

/** Returns the diagnostic of an error, at the import of what throws it or at what it names. */
function diagnosticOfError(
  { message, stack = '' }: Error,
  { path: file, body }: SourceFile,
  { server, root, thrown }: { server: ViteDevServer; root: string; thrown: string | undefined },
): Diagnostic | undefined {
  const module = server.environments.ssr.moduleGraph.getModuleById(root + file);
  const imports = [...(module?.importedModules ?? [])];
  // The entries of collections are there only in a build.
  if (message !== thrown && imports.some((one) => reaches(one, CONTENT))) return undefined;
  const thrower = stackPosition(stack, root);
  const isImported = thrower !== undefined && thrower.file !== file;
  const used = imports.filter((one) => isImported && reaches(one, root + thrower.file));
  const words = [...used.map(({ url }) => basename(url)), ...namesIn(message)];
  const offset = words.map((word) => body.indexOf(word)).find((index) => index >= 0);
  const [problem = ''] = message.split(/\n| imported from /);
  const place = isImported ? ` (${thrower.file}:${thrower.line}:${thrower.column})` : '';
  const position = positionIn(body, offset ?? body.search(/\S/));
  return diagnosticOf('mdx', { file, ...position }, `MDX: ${problem}${place}`);
}

/** Returns what an error names, as it may be written in the file. */
function namesIn(message: string): string[] {
  const names = /(?<=reading ')[^']+|(?<=')[^'\n]+(?=')|(?<=`)[^`\n]+(?=`)|^[\w$.]+(?= is not )/g;
  return (message.match(names) ?? []).flatMap((name) => [`.${name}`, name]);
}

const CONTENT = '\0astro:content';

/** True if a module, or one that it imports, has an id. */
function reaches(module: EnvironmentModuleNode, id: string, seen = new Set([module])): boolean {
  if (module.id === id) return true;
  return [...module.importedModules].some(
    (imported) => !seen.has(imported) && reaches(imported, id, seen.add(imported)),
  );
}
