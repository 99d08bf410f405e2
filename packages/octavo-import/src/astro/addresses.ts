import { slug as githubSlug } from 'github-slugger';
import { slugify } from 'octavo/internal/addresses/slug';
import { DATED } from '../old/day-in-name.ts';
import { at, text, type Values } from '../old/values.ts';
import type { AstroConfig } from './config.ts';
import type { AstroPage } from './content.ts';
import { filled, type Route } from './routes.ts';

/** Returns the id of an entry as Astro makes it: its `slug`, else its path in slugs. */
export function idOf({ source, path }: AstroPage): string {
  const given = text(source.values['slug']) ?? text(source.values['postslug']);
  if (given !== undefined) return given.replace(/^\/|\/$/g, '');
  return path
    .split('/')
    .map((part) => githubSlug(part))
    .join('/')
    .replace(/(?:^|\/)index$/, '');
}

/** Returns the path of an entry in a route: `/posts/x/`. */
export function addressOf(page: AstroPage, route: Route): string {
  const id = isOfAstroPaper(route) ? astroPaperId(page) : idOf(page);
  const last = route.parameters.at(-1);
  const { values } = page.source;
  const [, dayOfName, rest] = DATED.exec(id) ?? [];
  const hasDay = route.parameters.includes('year');
  const day = dayOfName ?? dayIn(values);
  return filled(route.pattern, (name) => {
    if (name === last) return (hasDay ? rest : undefined) ?? id;
    const part = DAY_PARTS[name];
    return text(values[name.toLowerCase()]) ?? (part === undefined ? '' : day.slice(...part));
  });
}

/** Where the parts of `2024-01-06` are. */
const DAY_PARTS: Record<string, [start: number, end: number]> = {
  year: [0, 4],
  month: [5, 7],
  day: [8, 10],
};

/** Returns the day of a post by one of the keys that themes have for it; empty for none. */
function dayIn(values: Values): string {
  const days = ['date', 'pubdate', 'pubdatetime', 'published'].map((key) => text(values[key]));
  return days.find((written) => written !== undefined && DATED_TEXT.test(written)) ?? '';
}

const DATED_TEXT = /^\d{4}-\d{2}-\d{2}/;

/** AstroPaper makes the path of a post in a helper: folders without low lines, and the last part of the id. */
function isOfAstroPaper({ source }: Route): boolean {
  return /\bgetPath\(/.test(source);
}

function astroPaperId(page: AstroPage): string {
  const folders = page.path
    .split('/')
    .slice(0, -1)
    .filter((part) => !part.startsWith('_'))
    .map((part) => slugify(part));
  const [last = ''] = idOf(page).split('/').slice(-1);
  return [...folders, last].join('/');
}

/** Returns the path of a page by `build.format`. */
export function asBuilt(path: string, { values }: AstroConfig): string {
  const isFile = text(at(values, 'build', 'format')) === 'file';
  if (!isFile || path === '/') return path;
  return `${path.replace(/\/$/, '')}.html`;
}
