import { writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';

/** Keeps search engines out of a built site with drafts in it: beside its pages, by robots.txt. */
export function preview(): AstroIntegration {
  return {
    name: 'octavo:preview',
    hooks: {
      'astro:build:done': ({ dir }) => {
        writeFileSync(new URL('robots.txt', dir), 'User-agent: *\nDisallow: /\n');
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
