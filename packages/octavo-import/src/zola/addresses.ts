import { joinPath } from '../old/paths.ts';
import { text } from '../old/values.ts';
import type { ZolaConfig } from './config.ts';
import type { ZolaPage } from './content.ts';
import { zolaSlug } from './slug.ts';

/** Returns the path of a page or section: `/blog/a-post/`. */
export function urlOf(page: ZolaPage, config: ZolaConfig): string {
  const { values } = page.source;
  const path = text(values['path']);
  if (path !== undefined) return asFolder(joinPath('/', path));
  const prefix = page.language === undefined ? '' : `/${page.language}`;
  const slug = (part: string) => zolaSlug(part, config.slugs.paths);
  const own = page.kind === 'page' ? (text(values['slug']) ?? page.name) : page.name;
  const parts = [...page.folders, own].map(slug);
  return asFolder(joinPath('/', prefix, ...(page.kind === 'home' ? [] : parts)));
}

/** Returns the path of an alias: a folder, or a file of HTML. */
export function aliasUrl(alias: string): string {
  const path = joinPath('/', alias);
  return path.endsWith('.html') ? path : asFolder(path);
}

/** Returns the path of the list of a term, or of all terms of a taxonomy. */
export function termUrl(taxonomy: string, config: ZolaConfig, term?: string): string {
  const { taxonomies } = config.slugs;
  const parts = [taxonomy, ...(term === undefined ? [] : [term])];
  return asFolder(joinPath('/', config.prefix, ...parts.map((part) => zolaSlug(part, taxonomies))));
}

function asFolder(path: string): string {
  return path === '/' ? path : `${path.replace(/\/$/, '')}/`;
}
