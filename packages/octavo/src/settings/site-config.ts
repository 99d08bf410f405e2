// What `#site-config` is in Node: the named exports of the owner's src/site.config.ts. In Vite it
// is a virtual module of the same shape (vite-plugin.ts).
import { pathToFileURL } from 'node:url';
import { siteConfigOf } from './owner-config.ts';
import { projectRoot } from './project-root.ts';
import { SettingsError } from '../diagnostics/settings-error.ts';
import { siteConfigError } from './site-config-error.ts';

const file = pathToFileURL(`${projectRoot}src/site.config.ts`).href;

export const { settings, frontMatter, mdastPlugins, hastPlugins } = siteConfigOf(
  await importSiteConfig(),
);
if (settings === undefined)
  throw new SettingsError(
    'src/site.config.ts:1:1  missing default export; write export default defineConfig({ … })',
  );

async function importSiteConfig(): Promise<Record<string, unknown>> {
  const exported = await import(/* @vite-ignore */ file).catch((error: unknown) => {
    throw siteConfigError(error, projectRoot);
  });
  return exported as Record<string, unknown>;
}
