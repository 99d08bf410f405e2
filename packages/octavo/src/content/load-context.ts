import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { validate } from '../diagnostics/schema-errors.ts';
import { SettingsError } from '../diagnostics/settings-error.ts';
import type { Mode, NodeContext } from '../settings/context.ts';
import { checkSettings, settingsError } from '../settings/settings.ts';
import { extensionsSchema } from './extensions.ts';
import { configError } from './config-error.ts';

interface ContextOptions {
  mode?: Mode;
  /** In milliseconds since 1970; the current time by default. */
  now?: number | undefined;
}

/**
 * Loads `src/site.config.ts` and returns the context of a command.
 *
 * @param root The blog's root folder, with a slash at its end.
 * @throws {SettingsError} with a line for each error in that file.
 */
export async function loadContext(
  root: string,
  { mode = 'build', now = Date.now() }: ContextOptions = {},
): Promise<NodeContext> {
  for (const name of ['site.config.ts', 'content.config.{ts,mts,mjs,js}'])
    if (globSync(`src/${name}`, { cwd: root }).length === 0)
      throw new SettingsError(`src/${name.replace(/\{.*/, 'ts')}:1:1  ${NOT_FOUND}`);
  const file = pathToFileURL(`${root}src/site.config.ts`).href;
  const { default: config, ...exported } = (await import(/* @vite-ignore */ file).catch(
    (error: unknown) => {
      throw configError(error, root);
    },
  )) as Record<string, unknown>;
  if (config === undefined)
    throw new SettingsError(
      'src/site.config.ts:1:1  missing default export; write export default defineConfig({ … })',
    );
  const { settings, errors } = checkSettings(config);
  const { data: extensions, errors: others } = validate(extensionsSchema, exported);
  const missing = 'frontMatter' in exported || !importsFrontMatter(root) ? [] : [NO_FRONT_MATTER];
  if (!settings || !extensions || missing.length > 0)
    throw settingsError([...errors, ...others, ...missing]);
  return { root, settings, mode, now, extensions };
}

const NOT_FOUND =
  'file not found; copy src/site.config.ts and src/content.config.ts from a blog that npm create octavo creates';

const NO_FRONT_MATTER = {
  message:
    'missing export frontMatter, which src/content.config.ts imports; add export const frontMatter = defineFrontMatter({})',
};

/** True if the blog's collections read the export, which would be undefined. */
function importsFrontMatter(root: string): boolean {
  const file = join(root, 'src/content.config.ts');
  return existsSync(file) && /^import\s*\{[^}]*\bfrontMatter\b/m.test(readFileSync(file, 'utf8'));
}
