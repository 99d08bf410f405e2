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
import type { SiteBuild } from '../build/site-build.ts';
import type { Context } from '../settings/context.ts';
import { pathInSite, settingsOf } from '../settings/languages.ts';
import type { Settings } from '../settings/settings.ts';
import { finishPage } from '../policy/finish-page.ts';

/**
 * Writes the redirects of all aliases: a page for each, which any host serves, and the rules of
 * `_redirects`. An alias at the path of an existing file ends the build.
 */
export function redirects(
  { root, settings }: Context,
  blogs: () => readonly Blog[],
  siteBuild: () => Pick<SiteBuild, 'cache'>,
): AstroIntegration {
  return {
    name: 'octavo:redirects',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const { kept } = siteBuild().cache;
        const all = blogs().flatMap(redirectsOf);
        const errors = all.flatMap((redirect) => {
          const path = fileAt(pathKey(redirect.alias));
          const taken = existingFile(folder, path, kept);
          if (taken !== undefined) return takenError(redirect, taken, root);
          mkdirSync(dirname(join(folder, path)), { recursive: true });
          // In the language of the target, whose path is below the base path of the site.
          const site = { ...settingsOf(settings, redirect.code), base: settings.base };
          // Other integrations do not process it, since its file name may be any.
          writeFileSync(join(folder, path), finishPage(redirectPage(redirect.to, site)).html);
          return [];
        });
        if (errors.length > 0) throw new ContentError(errors);
        writeRules(all, folder, settings);
      },
    },
  };
}

type Redirect = ReturnType<typeof redirectsOf>[number];

/** Returns the redirects of all published posts and pages. */
export function redirectsOf({ posts, unlisted, pages, site }: Blog) {
  return [...posts, ...unlisted, ...pages]
    .filter(({ published }) => published)
    .flatMap(({ aliases, url, path }) =>
      aliases.map((alias, index) => {
        return { alias, index, to: pathInSite(url, site), file: path, code: site.code };
      }),
    );
}

function takenError({ alias, index, file }: Redirect, taken: string, root: string): Diagnostic {
  const frontMatter = readFrontMatter(file, readFileSync(join(root, file), 'utf8'));
  const message = `aliases[${index}]: ${alias} is already the URL of ${taken} in the built site; remove it`;
  return errorAt({ path: file, frontMatter }, ['aliases', index], message);
}

/** Returns the file at a path, or at one of its folders; `undefined` if the path is free. */
function existingFile(folder: string, path: string, kept: ReadonlySet<string>): string | undefined {
  const parts = path.split('/');
  const paths = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  const isFile = (one: string) => statSync(join(folder, one), { throwIfNoEntry: false })?.isFile();
  return paths.find((one) => kept.has(one) || isFile(one));
}

function writeRules(all: readonly Redirect[], folder: string, site: Settings): void {
  const file = join(folder, '_redirects');
  const own = existsSync(file) ? readFileSync(file, 'utf8') : '';
  // Netlify sets this variable in its builds.
  const rules = redirectsFile(own, all, { site, forNetlify: process.env['NETLIFY'] === 'true' });
  if (rules !== own) writeFileSync(file, rules);
}
