import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { configError } from '../content/config-error.ts';
import { loadContext } from '../content/load-context.ts';
import { ContentError } from '../diagnostics/diagnostic.ts';
import { SettingsError } from '../diagnostics/settings-error.ts';
import { isAuthorsError } from '../terminal/report-failure.ts';
import { codeErrors } from './code-errors.ts';

/**
 * Returns the errors of the owner's code with their positions instead of one of Astro or Vite, and those
 * of MDX instead of one with a position in Astro's bundle.
 */
export async function authorsError(thrown: unknown, root: string): Promise<unknown> {
  const error = await configurationError(thrown, root);
  if (!(error instanceof Error) || isAuthorsError(error)) return error;
  const { checkContent } = await import('../checks/check-content.ts');
  const { mdxErrors } = await import('./mdx-errors.ts');
  const context = await loadContext(root);
  const errors = await mdxErrors(await checkContent(context), context, error.message);
  const found = errors.length > 0 ? errors : codeErrors(error, root);
  return found.length > 0 ? new ContentError(found) : error;
}

/** The configuration of the collections. */
export const CONTENT_CONFIG = 'src/content.config.ts';

/** Matches the stack or the file of an error in `astro.config.*`, or of the options in it. */
const OF_ASTRO_CONFIG = /\bastro\.config\.\w+|\/astro\/dist\/core\/config\//;

/** Returns the error of a configuration that Astro loads with its position; another error as it is. */
export async function configurationError(thrown: unknown, root: string): Promise<unknown> {
  if (!(thrown instanceof Error) || isAuthorsError(thrown)) return thrown;
  if (thrown.name === 'GenerateContentTypesError') {
    const cause = thrown.cause as Error;
    if (isAuthorsError(cause)) return cause;
    return configError(
      (await errorOfNode(CONTENT_CONFIG, root)) ?? cause.message,
      root,
      CONTENT_CONFIG,
    );
  }
  const { stack, id } = thrown as Error & { id?: string };
  const [config] = globSync('astro.config.*', { cwd: root });
  if (config === undefined || !OF_ASTRO_CONFIG.test(`${stack} ${id}`)) return thrown;
  // Astro has printed which.
  if (thrown.name === 'ZodError')
    return new SettingsError(`${config}:1:1  invalid options, see above`);
  const loaded = await errorOfNode(config, root);
  if (loaded) return configError(loaded, root, config);
  const [error] = codeErrors(thrown, root);
  return error ? new ContentError([error]) : thrown;
}

/** The code of Node's error for an import of `astro:content`. */
const ONLY_VITE_LOADS = 'ERR_UNSUPPORTED_ESM_URL_SCHEME';

/** Returns the error of a configuration that Node loads, with its position; `undefined` if only Vite can load it. */
export async function errorOfNode(config: string, root: string): Promise<Error | undefined> {
  // The source map of Vite is that of the code that it made of the file.
  process.setSourceMapsEnabled(false);
  const file = join(root, config);
  const loaded: unknown = await import(pathToFileURL(file).href).catch((reason: unknown) => reason);
  if (!(loaded instanceof Error)) return undefined;
  // The position of an error of syntax in JavaScript is only in what Node prints.
  if (loaded instanceof SyntaxError && !loaded.stack?.includes(config))
    loaded.stack = spawnSync(process.execPath, ['--check', file], { encoding: 'utf8' }).stderr;
  return 'code' in loaded && loaded.code === ONLY_VITE_LOADS ? undefined : loaded;
}
