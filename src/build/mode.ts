import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Defines PROJECT_ROOT, the project's folder, which code that was bundled cannot know, and
 * IN_DEVELOPMENT: true in `dev`, false in a build. Astro lets a variable DEV of the
 * environment stand for `import.meta.env.DEV`, so that a shell which happens to have one would
 * publish the drafts.
 */
export function mode(): AstroIntegration {
  return {
    name: 'octavo:mode',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        const define = {
          IN_DEVELOPMENT: JSON.stringify(command === 'dev'),
          PROJECT_ROOT: JSON.stringify(fileURLToPath(config.root)),
        };
        updateConfig({ vite: { define } });
      },
    },
  };
}
