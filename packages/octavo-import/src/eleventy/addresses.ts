import { Drop, Liquid } from 'liquidjs';
import slugify from '@sindresorhus/slugify';
import type { OldDate } from '../old/dates.ts';
import { withSlash } from '../old/paths.ts';
import { at, map, text, type Values } from '../old/values.ts';
import type { EleventyConfig } from './config.ts';
import type { EleventyPage } from './content.ts';

/** Returns a text as Eleventy's filter `slugify` writes it. */
export function eleventySlug(value: unknown): string {
  return slugify(written(value), { decamelize: false });
}

function written(value: unknown): string {
  return text(value instanceof Drop ? value.valueOf() : value) ?? '';
}

/** Returns the names that templates have for the data about the site. */
export function siteScope(site: Values): Values {
  return { metadata: site, meta: site, site };
}

/** Returns a template of Nunjucks with its filters as those of Liquid: `| date("y")` is `| date: "y"`. */
export function withLiquidFilters(template: string): string {
  return template
    .replace(/\(?([\w.]+) \+ (\d+)\)?(?=\s*[}|])/g, '$1 | plus: $2')
    .replace(/\|\s*(\w+)\(\s*\)/g, '| $1')
    .replace(/\|\s*(\w+)\(([^()]*)\)/g, '| $1: $2');
}

/** Returns an engine for permalinks, which are templates; one with an unknown filter throws. */
export function permalinkEngine({
  dateFilters,
  site,
}: Pick<EleventyConfig, 'dateFilters' | 'site'>): Liquid {
  const engine = new Liquid({ strictFilters: true, lenientIf: true, globals: siteScope(site) });
  engine.registerFilter('slug', eleventySlug);
  engine.registerFilter('slugify', eleventySlug);
  engine.registerFilter('url', (path: unknown) => path);
  engine.registerFilter('lower', (value: unknown) => written(value).toLowerCase());
  for (const [name, format] of dateFilters)
    engine.registerFilter(name, (date: unknown) =>
      date instanceof Date ? formatted(date, format) : '',
    );
  return engine;
}

/** Formats a date in UTC, as Luxon does. */
function formatted(date: Date, format: string): string {
  const [year = '', month = '', day = ''] = date.toISOString().slice(0, 10).split('-');
  const tokens: Record<string, string> = {
    ...{ yyyy: year, y: year, yy: year.slice(2), MM: month, LL: month, dd: day },
    ...{ M: `${Number(month)}`, L: `${Number(month)}`, d: `${Number(day)}` },
  };
  return format.replace(/yyyy|yy|y|MM|M|LL|L|dd|d/g, (token) => tokens[token] ?? token);
}

/** Returns the path of a page; `undefined` if it has none, `unknown` if it takes code to know it. */
export function urlOf(
  page: EleventyPage,
  date: OldDate | undefined,
  engine: Liquid,
  more: Values = {},
): { url: string | undefined; isUnknown?: boolean } {
  const { values } = page.source;
  const computed = at(values, 'eleventycomputed', 'permalink');
  const permalink = computed ?? values['permalink'];
  if (text(permalink) === 'false') return { url: undefined };
  const otherwise = { url: defaultUrl(page) };
  const isSet = 'permalink' in values || 'permalink' in map(values['eleventycomputed']);
  if (permalink === undefined && !isSet) return otherwise;
  const template = text(permalink) ?? text(at(permalink, 'template'));
  if (template === undefined) return { ...otherwise, isUnknown: true };
  try {
    const { fileSlug, path } = page;
    const made = String(
      engine.parseAndRenderSync(withLiquidFilters(template), {
        ...values,
        ...more,
        ...{ title: values['title'], date: date && new Date(date.time) },
        page: { fileSlug, filePathStem: `/${path}`, date: date && new Date(date.time) },
      }),
    );
    return { url: cleaned(made) };
  } catch {
    return { ...otherwise, isUnknown: true };
  }
}

function defaultUrl({ path, folders, name }: EleventyPage): string {
  if (path === 'index') return '/';
  return `/${[...folders, name].join('/')}/`;
}

function cleaned(path: string): string {
  return withSlash(`/${path.trim()}`.replace(/\/+/g, '/').replace(/\/index\.html$/, '/'));
}
