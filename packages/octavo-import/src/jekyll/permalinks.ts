import { joinPath } from '../old/paths.ts';
import { dateTokens, filledPattern, type Tokens } from '../old/permalink-tokens.ts';
import { text, texts } from '../old/values.ts';
import type { JekyllConfig } from './config.ts';
import type { JekyllPage } from './content.ts';
import { jekyllSlug } from './slugify.ts';

/** The styles that have a name. */
const STYLES: Record<string, string> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

/** Returns the path of a page, not encoded: `/2024/01/06/a-post.html`; `moment` is its date in the zone of the blog. */
export function urlOf(page: JekyllPage, moment: string, config: JekyllConfig): string {
  const own = text(page.source.values['permalink']);
  const pattern = own ?? patternOf(page, config);
  const tokens = page.type === 'pages' ? pageTokens(page) : documentTokens(page, moment);
  return cleaned(`${languageFolder(page, config)}/${filledPattern(pattern, tokens)}`);
}

/** Of a blog in several languages all but one are in folders (jekyll-polyglot). */
function languageFolder({ source }: JekyllPage, { rootLanguage }: JekyllConfig): string {
  const language = text(source.values['lang']);
  if (rootLanguage === undefined || language === undefined) return '';
  return language === rootLanguage ? '' : language;
}

/** Returns the id that Jekyll gives to a post, in feeds and templates: its path without an ending. */
export function idOf({ basename, name, day }: JekyllPage, url: string): string {
  const folder = url.replace(/\/$/, '').replace(/[^/]*$/, '');
  return joinPath(folder, day === undefined ? basename : name);
}

function patternOf(page: JekyllPage, config: JekyllConfig): string {
  const { permalink } = config;
  if (page.type === 'posts' || page.type === 'drafts') return STYLES[permalink] ?? permalink;
  if (page.type !== 'pages') {
    const own = config.collections.get(page.type)?.permalink;
    return own === undefined ? `/:collection/:path${suffix(permalink)}` : (STYLES[own] ?? own);
  }
  if (outputEnding(page) !== '.html') return '/:path/:basename:output_ext';
  return page.basename === 'index' ? '/:path/' : `/:path/:basename${suffix(permalink)}`;
}

function suffix(style: string): string {
  if (style === 'pretty' || style.endsWith('/')) return '/';
  const hasEnding = ['date', 'ordinal', 'none'].includes(style) || style.endsWith(':output_ext');
  return hasEnding ? ':output_ext' : '';
}

const OUTPUT: Record<string, string> = { scss: 'css', sass: 'css', coffee: 'js' };
const HTML = new Set(['html', 'htm', 'xhtml', 'textile', 'org', 'adoc', 'asciidoc']);

/** Returns the ending of the file that Jekyll makes of a page. */
export function outputEnding({ ending }: Pick<JekyllPage, 'ending'>): string {
  if (/^(?:md|mkd|mkdn|mkdown|markdown)$/.test(ending) || HTML.has(ending)) return '.html';
  return ending === '' ? '' : `.${OUTPUT[ending] ?? ending}`;
}

function pageTokens(page: JekyllPage): Tokens {
  const folder = page.path.includes('/') ? page.path.replace(/\/[^/]*$/, '') : '';
  return { path: folder, basename: page.basename, output_ext: outputEnding(page) };
}

function documentTokens(page: JekyllPage, moment: string): Tokens {
  const below = page.path.replace(/^(?:.*\/)?_[^/]+\//, '').replace(/\.[^./]*$/, '');
  const slug = page.day === undefined ? page.basename : page.name;
  const given = text(page.source.values['slug']) ?? slug;
  const categories = categoriesOf(page);
  return {
    ...dateTokens(moment),
    collection: page.type === 'drafts' ? 'posts' : page.type,
    path: below,
    output_ext: outputEnding(page),
    name: jekyllSlug(page.basename),
    title: jekyllSlug(given, { mode: 'pretty', keepCase: true }),
    slug: jekyllSlug(given),
    categories: unique(categories.map((one) => one.toLowerCase())).join('/'),
    slugified_categories: unique(categories.map((one) => jekyllSlug(one))).join('/'),
  };
}

/** Returns the categories of a post: the folders above it, then those of its front matter. */
export function categoriesOf({ above, source: { values } }: JekyllPage): string[] {
  return unique([...above, ...wordsOf(values['categories']), ...texts(values['category'])]);
}

/** Returns the tags of a post: a list, or words with spaces between. */
export function tagsOf({ source: { values } }: JekyllPage): string[] {
  return unique([...texts(values['tag']), ...wordsOf(values['tags'])]);
}

/** A string in the place of a list is one of words. */
function wordsOf(value: unknown): string[] {
  const string = Array.isArray(value) ? undefined : text(value);
  return string === undefined ? texts(value) : string.split(/\s+/);
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}

/** As Jekyll cleans a URL (Jekyll::URL#sanitize_url). */
function cleaned(url: string): string {
  return `/${url}`.replaceAll('..', '/').replaceAll('./', '').replace(/\/+/g, '/');
}
