import { joinPath } from '../old/paths.ts';
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

/** The moment of a post in the time zone of the blog: `2024-01-06T10:30:00`. */
type Moment = string;

/** Returns the path of a page, not encoded: `/2024/01/06/a-post.html`. */
export function urlOf(page: JekyllPage, moment: Moment, config: JekyllConfig): string {
  const own = text(page.source.values['permalink']);
  const pattern = own ?? patternOf(page, config);
  const tokens = page.type === 'pages' ? pageTokens(page) : documentTokens(page, moment);
  return cleaned(`${languageFolder(page, config)}/${expanded(pattern, tokens)}`);
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

type Tokens = Record<string, string>;

function pageTokens(page: JekyllPage): Tokens {
  const folder = page.path.includes('/') ? page.path.replace(/\/[^/]*$/, '') : '';
  return { path: folder, basename: page.basename, output_ext: outputEnding(page) };
}

function documentTokens(page: JekyllPage, moment: Moment): Tokens {
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

const MONTHS =
  'January February March April May June July August September October November December';
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday';
const DAY = 86_400_000;

function dateTokens(moment: Moment): Tokens {
  const date = new Date(`${moment.slice(0, 19)}${moment.length > 10 ? 'Z' : 'T00:00:00Z'}`);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const [monthName, dayName] = [MONTHS.split(' ')[month]!, DAYS.split(' ')[date.getUTCDay()]!];
  const { week, year: weekYear } = isoWeek(date);
  const dayOfYear = (Date.UTC(year, month, day) - Date.UTC(year, 0, 1)) / DAY + 1;
  return {
    year: padded(year, 4),
    month: padded(month + 1),
    day: padded(day),
    hour: padded(date.getUTCHours()),
    minute: padded(date.getUTCMinutes()),
    second: padded(date.getUTCSeconds()),
    i_day: `${day}`,
    i_month: `${month + 1}`,
    short_month: monthName.slice(0, 3),
    long_month: monthName,
    short_year: padded(year % 100),
    w_year: padded(weekYear, 4),
    week: padded(week),
    w_day: `${date.getUTCDay() || 7}`,
    short_day: dayName.slice(0, 3),
    long_day: dayName,
    y_day: padded(dayOfYear, 3),
  };
}

/** The week that ISO 8601 counts, from the one with the first Thursday of the year. */
function isoWeek(date: Date): { year: number; week: number } {
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY);
  const year = thursday.getUTCFullYear();
  return { year, week: Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY / 7) + 1 };
}

function padded(number: number, length = 2): string {
  return `${number}`.padStart(length, '0');
}

/** `:title_` is `:title` and an underscore, which would belong to its name. */
function expanded(pattern: string, tokens: Tokens): string {
  return pattern.replace(/:([a-z_]+?)(_?)(?![a-z_])/g, (whole, name: string, end: string) => {
    const value = tokens[name];
    return value === undefined ? whole : value + end;
  });
}

/** As Jekyll cleans a URL (Jekyll::URL#sanitize_url). */
function cleaned(url: string): string {
  return `/${url}`.replaceAll('..', '/').replaceAll('./', '').replace(/\/+/g, '/');
}
