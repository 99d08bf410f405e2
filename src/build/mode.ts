import type { AstroIntegration } from 'astro';

/**
 * Defines IN_DEVELOPMENT: true in `dev`, false in a build. Astro lets a variable DEV of the
 * environment stand for `import.meta.env.DEV`, so that a shell which happens to have one would
 * publish the drafts.
 */
export function mode(): AstroIntegration {
  return {
    name: 'octavo:mode',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        updateConfig({ vite: { define: { IN_DEVELOPMENT: JSON.stringify(command === 'dev') } } });
      },
    },
  };
}
