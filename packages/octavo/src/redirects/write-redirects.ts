import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { ContentError, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { errorAt, readFrontMatter } from '../content/front-matter.ts';
import { fileAt, pathKey } from '../addresses/path-key.ts';
import { redirectPage } from './redirect-page.ts';
import { redirectsFile } from './redirect-rules.ts';
import type { Blog } from '../blog/blog.ts';
import type { Context } from '../settings/context.ts';
import { redirectsOf, type Redirect } from './redirects.ts';
import type { Settings } from '../settings/settings.ts';
import { finishPage } from '../build/finish.ts';

/**
 * Writes what leads from each alias to its post or page: a small page, which any host serves, and
 * the rules of `_redirects`. An alias at which something stands already ends the build.
 */
export function redirects({ root, settings: site }: Context, blog: () => Blog): AstroIntegration {
  return {
    name: 'octavo:redirects',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const all = redirectsOf(blog());
        const mistakes = all.flatMap((redirect) => writePage(redirect, { root, folder, site }));
        if (mistakes.length > 0) throw new ContentError(mistakes);
        writeRules(all, { folder, site });
      },
    },
  };
}

interface Place {
  root: string;
  /** Of the built site. */
  folder: string;
  site: Settings;
}

/** Writes the page of an alias; returns what is wrong where it would be in the way of something. */
function writePage(redirect: Redirect, { root, folder, site }: Place): Diagnostic[] {
  const path = fileAt(pathKey(redirect.alias));
  const taken = inTheWay(folder, path);
  if (taken !== undefined) {
    const { alias, index, file } = redirect;
    const frontMatter = readFrontMatter(file, readFileSync(join(root, file), 'utf8'));
    const message = `aliases[${index}]: ${alias} is the address of ${taken} in the built site; take it out`;
    return [errorAt({ path: file, frontMatter }, ['aliases', index], message)];
  }
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  // Its name may be any, so that no other integration knows it as a page.
  writeFileSync(join(folder, path), finishPage(redirectPage(redirect.to, site))!);
  return [];
}

/** Returns what stands at a path, or is a file where a folder would have to be. */
function inTheWay(folder: string, path: string): string | undefined {
  if (existsSync(join(folder, path))) return path;
  const parts = path.split('/').slice(0, -1);
  const folders = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  return folders.find((one) => statSync(join(folder, one), { throwIfNoEntry: false })?.isFile());
}

function writeRules(all: readonly Redirect[], { folder, site }: Omit<Place, 'root'>): void {
  const file = join(folder, '_redirects');
  const own = existsSync(file) ? readFileSync(file, 'utf8') : '';
  // Netlify says so to what it builds.
  const rules = redirectsFile(own, all, { site, forNetlify: process.env['NETLIFY'] === 'true' });
  if (rules !== own) writeFileSync(file, rules);
}
