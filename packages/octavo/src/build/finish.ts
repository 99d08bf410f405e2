import type { AstroConfig, RouteData } from 'astro';
import { decodePath } from '../addresses/decode-path.ts';
import { isFilePattern } from '../addresses/permalink.ts';
import { picturesOf } from '../html/built-page.ts';
import type { Blocked } from '../policy/blocked-by-policy.ts';
import { finishPage, policyOptions } from '../policy/finish-page.ts';
import { languageFolders } from '../settings/languages.ts';
import type { Settings } from '../settings/settings.ts';

/** The part of Astro's configuration that making pages depends on, as plain data. */
export interface BuildConfig extends Pick<AstroConfig, 'base' | 'image' | 'trailingSlash'> {
  /** The folder of assets, relative to the site. */
  assets: string;
  /** The folder of the site, `dist/`, and the one that is copied to it. */
  outDir: string;
  publicDir: string;
}

/** The facts that all pages of a build share, as plain data. */
export interface Build extends BuildConfig {
  /** A digest of everything that all pages depend on. */
  version: string;
  settings: Settings;
  isPreview: boolean;
  /** The folder of the bundle that workers render from, if they can. */
  bundle: string | undefined;
  /** The output folder. */
  folder: string;
}

/** A file of the site as it is written. */
export interface Finished {
  body: string | Uint8Array;
  /** The files in the folder of assets that it may name, relative to the site. */
  assets: string[];
  /** The URLs of the pictures in the article of a page. */
  pictures: string[];
  /** The parts of a page that its policy blocks; `undefined` if it has none (`finishPage`). */
  blocked: readonly Blocked[] | undefined;
}

/** Returns the content of the file of a response; a page is changed by `finishPage`. */
export async function finish(
  response: Response,
  file: string,
  { type }: Pick<RouteData, 'type'>,
  { assets, base, settings, isPreview }: Build,
): Promise<Finished> {
  const mime = response.headers.get('content-type') ?? '';
  if (type !== 'page' && !TEXT.test(mime)) {
    const body = new Uint8Array(await response.arrayBuffer());
    return { body, assets: [], pictures: [], blocked: [] };
  }
  const text = await response.text();
  const url = new URL(`${base}${file}`, settings.origin).href;
  const { html: body, blocked } =
    type === 'page'
      ? finishPage(text, { ...policyOptions(settings), isPreview, url })
      : { html: text, blocked: [] };
  // Only files directly in the folder: a text may mention deeper paths.
  const names = namesIn(body, assets).filter((name) => /^[^/]+$/.test(name));
  const paths = [...new Set(names)].map((name) => `${assets}/${name}`);
  return { body, assets: paths, pictures: type === 'page' ? picturesOf(body, url) : [], blocked };
}

/** The types of the site's own files that may name others. */
const TEXT = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml)|$)/;

/** True for a response without a file: a redirect, or an empty one. */
export function isNoFile({ status, body }: Response): boolean {
  return body === null || (status >= 300 && status < 400);
}

/** Returns the file of a path, relative to the built site; where posts are files, `x.html` is one. */
export function fileOf(
  pathname: string,
  type: RouteData['type'],
  { settings }: Pick<Build, 'settings'>,
): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (type !== 'page') return path;
  const folders = ['', ...languageFolders(settings)];
  if (folders.some((folder) => `/${path}` === `${folder}/404`)) return `${path}.html`;
  if (isFilePattern(settings.permalink) && path.endsWith('.html')) return path;
  return path === '' ? 'index.html' : `${path}/index.html`;
}

/**
 * Returns the names of files in the folder of assets that a text names, as they are on disk. The
 * text is of any kind: HTML, whose URLs are also in `srcset`, data attributes and JSON-LD, a
 * feed, a style sheet or a script, so it is searched rather than parsed.
 */
export function namesIn(text: string, folder: string): string[] {
  return text
    .split(`/${folder}/`)
    .slice(1)
    .flatMap((rest) => {
      const [name = ''] = /^[^"'\s<>)?#]*/.exec(rest) ?? [];
      return [name, decodePath(name)];
    });
}
