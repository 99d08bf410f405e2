import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { decodePath } from '../addresses/decode-path.ts';
import { isFilePattern } from '../addresses/permalink.ts';
import type { Context } from '../settings/context.ts';

/** Serves the posts of a permalink like `/posts/:slug.html` in `dev`. */
export function htmlPosts({ root, settings }: Context): AstroIntegration {
  return {
    name: 'octavo:html-posts',
    hooks: {
      'astro:server:setup': ({ server: { middlewares } }) => {
        if (!isFilePattern(settings.permalink)) return;
        // Astro serves /x.html as /x, and has removed the base path.
        middlewares.use((request, _, next) => {
          const [path = '', query = ''] = (request.url ?? '').split(/(?=[?#])/);
          const file = join(root, 'public', decodePath(path));
          if (path.endsWith('.html') && !existsSync(file)) request.url = `${path}/${query}`;
          next();
        });
      },
    },
  };
}
