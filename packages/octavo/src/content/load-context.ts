import { pathToFileURL } from 'node:url';
import { SettingsError } from '../diagnostics/settings-error.ts';
import {
  NO_EXTENSIONS,
  type Extensions,
  type Mode,
  type NodeContext,
} from '../settings/context.ts';
import { siteConfigError } from './site-config-error.ts';
import { parseSettings, settingsError } from '../settings/settings.ts';
import { extensionErrors } from './check-extensions.ts';

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
  const file = pathToFileURL(`${root}src/site.config.ts`).href;
  const { default: config, ...exported } = (await import(/* @vite-ignore */ file).catch(
    (error: unknown) => {
      throw siteConfigError(error, root);
    },
  )) as { default?: unknown } & Partial<Extensions>;
  if (config === undefined)
    throw new SettingsError(
      'src/site.config.ts:1:1  missing default export; write export default defineConfig({ … })',
    );
  const settings = parseSettings(config);
  const { frontMatter, mdastPlugins, hastPlugins } = { ...NO_EXTENSIONS, ...exported };
  const extensions = { frontMatter, mdastPlugins, hastPlugins };
  const errors = extensionErrors(extensions);
  if (errors.length > 0) throw settingsError(errors);
  return { root, settings, mode, now, extensions };
}
