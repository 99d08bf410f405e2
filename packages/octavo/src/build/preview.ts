import { writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { attributeOf, type PageHtml } from '../html/read-html.ts';
import type { Edit } from '../html/edits.ts';

/** Keeps search engines out of a site with drafts by robots.txt, in addition to noindex. */
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

/** Keeps search engines from the page that it is in. */
export const NOINDEX = '<meta name="robots" content="noindex">';

/** Returns edits that remove every robots meta element. */
export function withoutRobots({ metas }: PageHtml): Edit[] {
  return metas
    .filter((meta) => attributeOf(meta, 'name')?.toLowerCase() === 'robots')
    .map(({ start, end }) => ({ start, end, text: '' }));
}
