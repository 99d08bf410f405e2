import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { withSettings } from '../content/ignores.ts';
import { diagnosticOf, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { positionIn } from '../diagnostics/position-in.ts';
import type { Settings } from '../settings/settings.ts';
import type { Blocked } from './blocked-by-policy.ts';

/** What the policy of a page blocks. */
export interface BlockedOnPage {
  /** The file of the page's route. */
  component: string;
  /** The file or path of the page. */
  page: string;
  blocked: readonly Blocked[];
}

const MARKDOWN = 'src/**/*.{md,mdx}';
const CODE = ['src/**/*.{astro,css,html,js,jsx,mdx,mjs,svelte,ts,tsx,vue}', 'astro.config.*'];

/**
 * Returns an error for each part of pages that their policies block, where its text is in the
 * owner's code; otherwise at the route of the first page with it.
 */
export function policyErrors(
  pages: readonly BlockedOnPage[],
  { root, settings }: { root: string; settings: Pick<Settings, 'checks'> },
): Diagnostic[] {
  const all = pages.flatMap(({ blocked, ...of }) => blocked.map((one) => ({ ...of, ...one })));
  const firsts = [...Map.groupBy(all, ({ message }) => message).values()].map(([first]) => first!);
  if (firsts.length === 0) return [];
  const read = (patterns: string | string[]) =>
    globSync(patterns, { cwd: root })
      .sort()
      .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
  const markdown = firsts.some(({ media }) => media) ? read(MARKDOWN) : [];
  const code = read(CODE);
  const errors = firsts.flatMap(({ component, page, message, written, media }) => {
    if (media !== undefined && positionOf([media], markdown)) return [];
    const isRoute = ({ file }: { file: string }) => Number(file === component);
    const position = positionOf(
      written,
      code.toSorted((a, b) => isRoute(b) - isRoute(a)),
    );
    return position
      ? diagnosticOf('policy', position, message)
      : diagnosticOf('policy', { file: component, line: 1, column: 1 }, `${message} (${page})`);
  });
  return withSettings(errors, [], settings);
}

function positionOf(written: readonly string[], files: readonly { file: string; text: string }[]) {
  for (const part of written)
    for (const { file, text } of files) {
      const offset = text.indexOf(part);
      if (offset !== -1) return { file, ...positionIn(text, offset) };
    }
  return undefined;
}
