import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { engineFolder } from '../engine-folder.ts';

/**
 * Defines PROJECT_ROOT and ENGINE_FOLDER, the folders of the blog and of the engine's sources, which
 * bundled code cannot know;
 * IN_DEVELOPMENT: true in `dev`, false in a build; and IS_PREVIEW: true in a build with drafts.
 * Astro lets a variable DEV of the environment stand for `import.meta.env.DEV`, so that a shell
 * which happens to have one would publish the drafts.
 */
export function mode(): AstroIntegration {
  return {
    name: 'octavo:mode',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        const define = {
          IN_DEVELOPMENT: JSON.stringify(command === 'dev'),
          IS_PREVIEW: JSON.stringify(command === 'build' && isPreview()),
          PROJECT_ROOT: JSON.stringify(fileURLToPath(config.root)),
          ENGINE_FOLDER: JSON.stringify(engineFolder),
        };
        updateConfig({ vite: { define } });
      },
    },
  };
}

/** By which the command tells the configuration, which Astro reads by itself. */
const VARIABLE = 'OCTAVO_DRAFTS';

/** Sets, for this process, whether a build has drafts in it; a variable of the shell does not. */
export function setPreview(drafts: boolean): void {
  process.env[VARIABLE] = String(drafts);
}

/** True where `npm run build -- --drafts` is what runs. */
export function isPreview(): boolean {
  return process.env[VARIABLE] === 'true';
}
