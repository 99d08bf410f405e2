import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Context } from '../settings/context.ts';
import { FONT_ROLES } from '../settings/font-tokens.ts';

/** Returns the files of the setting `fonts`: their paths as written there and absolute, and the problems. */
export function fontFiles({ root, settings: { fonts } }: Pick<Context, 'root' | 'settings'>) {
  return FONT_ROLES.flatMap((role) =>
    (fonts[role]?.files ?? []).map((path) => {
      const file = resolveFont(path, root);
      return { role, path, file, problem: problemOf(path, file) };
    }),
  );
}

/** Finds a file as Astro does: of a package, or below the blog's folder. */
function resolveFont(path: string, root: string): string {
  try {
    return createRequire(root).resolve(path);
  } catch {
    return join(root, path);
  }
}

/** Returns the problem of a file that is missing or not WOFF2. */
function problemOf(path: string, file: string): string | undefined {
  try {
    return readFileSync(file, 'latin1').startsWith('wOF2')
      ? undefined
      : `${path} is not a WOFF2 font; download it again, or convert it to WOFF2`;
  } catch {
    return `${path} not found; write its path in the blog, like src/fonts/name.woff2, or install its package`;
  }
}
