import { createHash } from 'node:crypto';
import { isFilePath } from 'octavo/internal/addresses/path-key';
import { withSlash } from '../old/paths.ts';
import { dateTokens, filledPattern } from '../old/permalink-tokens.ts';
import { map, text, texts, type Values } from '../old/values.ts';
import { folderName, type HexoConfig } from './config.ts';
import type { HexoPage } from './content.ts';
import { hexoSlug } from './slug.ts';

/** Returns the path of a text: `/2024/01/06/a-post/`; `moment` is its date in the zone of the blog. */
export function urlOf(page: HexoPage, moment: string, config: HexoConfig): string {
  const own = text(page.source.values['permalink']);
  const isPage = page.type === 'page';
  const path = own ?? (isPage ? `${page.path}.html` : postPath(page, moment, config));
  const rooted = `/${path.replace(/^\//, '')}`.replace(/\/index(?:\.html?)?$/, '/');
  const isPlain = !rooted.endsWith('/') && !isFilePath(rooted);
  return isPage && isPlain ? `${rooted}.html` : withSlash(rooted);
}

function postPath(page: HexoPage, moment: string, config: HexoConfig): string {
  const { slug, name, source } = page;
  const categories = categoryPaths(page).map((names) => categorySlug(names, config));
  const own = Object.entries({ ...map(config.values['permalink_defaults']), ...source.values });
  const time = `${Math.floor(Date.parse(`${moment}${moment.length > 10 ? 'Z' : ''}`) / 1000)}`;
  return filledPattern(config.permalink, {
    ...Object.fromEntries(own.map(([key, value]) => [key, text(value) ?? ''])),
    ...dateTokens(moment),
    ...{ title: slug, name, timestamp: time },
    post_title: hexoSlug(text(source.values['title']) ?? '', 1),
    hash: createHash('sha1')
      .update(slug + time)
      .digest('hex')
      .slice(0, 12),
    category: categories.at(-1) ?? text(config.values['default_category']) ?? 'uncategorized',
  });
}

/** Returns the categories of a post, each with those above it: `[a, b]` is b in a, `[[a], [b]]` two. */
export function categoryPaths({ source: { values } }: HexoPage): string[][] {
  const given = values['categories'] ?? values['category'];
  const isNested = Array.isArray(given) && given.some(Array.isArray);
  const paths = isNested ? given.map(texts) : [texts(given)];
  return paths.filter((path) => path.length > 0);
}

/** Returns the tags of a post as they are written. */
export function tagsOf({ source: { values } }: HexoPage): string[] {
  return texts(values['tags'] ?? values['tag']);
}

/** Returns the path of the list of a category: `/categories/a/b/`. */
export function categoryUrl(names: readonly string[], config: HexoConfig): string {
  const folder = folderName(config.values, 'category_dir', 'categories');
  return `${folder === '' ? '' : `/${folder}`}/${categorySlug(names, config)}/`;
}

/** Returns the path of the list of a tag. */
export function tagUrl(name: string, config: HexoConfig): string {
  return `/${folderName(config.values, 'tag_dir', 'tags')}/${termSlug(name, 'tag_map', config)}/`;
}

function categorySlug(names: readonly string[], config: HexoConfig): string {
  return names.map((name) => termSlug(name, 'category_map', config)).join('/');
}

function termSlug(name: string, mapping: string, { values, filenameCase }: HexoConfig): string {
  const names: Values = map(values[mapping]);
  return hexoSlug(text(names[name]) ?? name, filenameCase);
}
