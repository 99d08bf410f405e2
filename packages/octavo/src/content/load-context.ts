import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { validate } from '../diagnostics/schema-errors.ts';
import { SettingsError } from '../diagnostics/settings-error.ts';
import type { Mode, NodeContext } from '../settings/context.ts';
import { checkSettings, settingsError } from '../settings/settings.ts';
import { extensionsSchema } from './extensions.ts';
import { siteConfigError } from './site-config-error.ts';

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
  if (!existsSync(`${root}src/site.config.ts`)) throw new SettingsError(NO_SETTINGS);
  const file = pathToFileURL(`${root}src/site.config.ts`).href;
  const { default: config, ...exported } = (await import(/* @vite-ignore */ file).catch(
    (error: unknown) => {
      throw siteConfigError(error, root);
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

const NO_SETTINGS =
  'src/site.config.ts:1:1  file not found; copy this file and src/content.config.ts from a blog that npm create octavo creates';

const NO_FRONT_MATTER = {
  message:
    'missing export frontMatter, which src/content.config.ts imports; add export const frontMatter = defineFrontMatter({})',
};

/** True if the blog's collections read the export, which would be undefined. */
function importsFrontMatter(root: string): boolean {
  const file = join(root, 'src/content.config.ts');
  return existsSync(file) && /^import\s*\{[^}]*\bfrontMatter\b/m.test(readFileSync(file, 'utf8'));
}
