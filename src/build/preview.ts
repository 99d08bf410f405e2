import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Keeps search engines out of a built site with drafts in it: by every page, and by robots.txt. */
export function preview(): AstroIntegration {
  return {
    name: 'octavo:preview',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const site = fileURLToPath(dir);
        for (const page of globSync('**/*.html', { cwd: site, withFileTypes: true })) {
          // The folder of a post may end in .html too.
          if (!page.isFile()) continue;
          const file = join(page.parentPath, page.name);
          writeFileSync(file, withoutIndex(readFileSync(file, 'utf8')));
        }
        writeFileSync(join(site, 'robots.txt'), 'User-agent: *\nDisallow: /\n');
      },
    },
  };
}

const ROBOTS = /<meta\s[^>]*\bname=["']?robots\b[^>]*>/gi;
const NOINDEX = '<meta name="robots" content="noindex">';

/** Returns a page that says noindex, and nothing else to robots. */
export function withoutIndex(html: string): string {
  return html.replace(ROBOTS, '').replace(/<\/title>/i, (title) => title + NOINDEX);
}
