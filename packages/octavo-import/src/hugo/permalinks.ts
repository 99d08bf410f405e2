import { joinPath } from '../old/paths.ts';
import { sanitize, type PathRules } from './paths.ts';

/** What the tokens of a permalink are made of. */
export interface PermalinkSubject {
  /** The date as its own zone has it. */
  date: { year: number; month: number; day: number; hour: number; minute: number; second: number };
  /** The first folder below the content; empty at its root. */
  section: string;
  /** The names of the sections that it is in, the outermost first. */
  sections: readonly string[];
  title: string;
  slug: string | undefined;
  /** The name of the file, or of a bundle's folder. */
  name: string;
}

/** Returns the path that a pattern of Hugo's `permalinks` makes, before it is cleaned as a path. */
export function expandPermalink(
  pattern: string,
  subject: PermalinkSubject,
  rules: PathRules,
): string {
  const made = pattern.replace(
    /:(\w+|[^/\w\s:-])(\[[^\]]*\])?/g,
    (whole: string, token: string, slice: string | undefined) => {
      const value = tokenValue(token, slice, subject, rules);
      return value ?? whole;
    },
  );
  return joinPath('/', made) + (made.endsWith('/') ? '/' : '');
}

/** Returns the tokens of a pattern that are unknown. */
export function unknownTokens(pattern: string): string[] {
  return [...pattern.matchAll(/:([A-Za-z_]\w*|\w+)/g)]
    .map(([, token = '']) => token)
    .filter((token) => !(token in TOKENS) && !SECTIONS.has(token) && !isLayout(token))
    .map((token) => `:${token}`);
}

const SECTIONS = new Set(['sections', 'sectionslugs']);

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

type Token = (subject: PermalinkSubject, rules: PathRules) => string;

const TOKENS: Record<string, Token> = {
  year: ({ date }) => `${date.year}`.padStart(4, '0'),
  month: ({ date }) => pad(date.month),
  monthname: ({ date }) => MONTHS[date.month - 1] ?? '',
  day: ({ date }) => pad(date.day),
  weekday: (subject) => `${weekday(subject)}`,
  weekdayname: (subject) => DAYS[weekday(subject)] ?? '',
  yearday: ({ date }) => `${yearDay(date)}`,
  section: ({ section }) => section,
  sectionslug: ({ section }) => section,
  title: ({ title }, rules) => sanitize(title, rules),
  slug: ({ slug, title }, rules) => sanitize(slug ?? title, rules),
  filename: ({ name }) => name,
  contentbasename: ({ name }) => name,
  slugorfilename: ({ slug, name }, rules) => (slug === undefined ? name : sanitize(slug, rules)),
  slugorcontentbasename: ({ slug, name }, rules) =>
    slug === undefined ? name : sanitize(slug, rules),
};

function tokenValue(
  token: string,
  slice: string | undefined,
  subject: PermalinkSubject,
  rules: PathRules,
): string | undefined {
  if (SECTIONS.has(token)) return sliced(subject.sections, slice).join('/');
  const known =
    TOKENS[token]?.(subject, rules) ?? (isLayout(token) ? format(token, subject) : undefined);
  return known === undefined ? undefined : known + (slice ?? '');
}

/** `[1:]`, `[last]`, `[1:last]`, `[0]`: the part of a list that a slice names. */
function sliced(list: readonly string[], slice: string | undefined): readonly string[] {
  if (slice === undefined) return list;
  const place = (word: string) => (word === 'last' ? list.length - 1 : Number(word));
  const inner = slice.slice(1, -1).trim();
  const [from = '', to] = inner.split(':').map((part) => part.trim());
  if (!inner.includes(':')) return list.slice(place(from), place(from) + 1);
  return list.slice(
    from === '' ? 0 : place(from),
    to === '' || to === undefined ? undefined : place(to),
  );
}

/** Go's layouts of dates, as far as one of them is a token of its own. */
const LAYOUTS: Record<string, Token> = {
  '2006': TOKENS['year']!,
  '06': ({ date }) => pad(date.year % 100),
  January: TOKENS['monthname']!,
  Jan: ({ date }) => (MONTHS[date.month - 1] ?? '').slice(0, 3),
  '01': TOKENS['month']!,
  '1': ({ date }) => `${date.month}`,
  '02': TOKENS['day']!,
  '2': ({ date }) => `${date.day}`,
  Monday: TOKENS['weekdayname']!,
  Mon: (subject) => (DAYS[weekday(subject)] ?? '').slice(0, 3),
  '15': ({ date }) => pad(date.hour),
  '04': ({ date }) => pad(date.minute),
  '05': ({ date }) => pad(date.second),
};
const LAYOUT = new RegExp(
  Object.keys(LAYOUTS)
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'g',
);

function isLayout(token: string): boolean {
  return token.replace(LAYOUT, '').replace(/[_.]/g, '') === '';
}

function format(layout: string, subject: PermalinkSubject): string {
  return layout.replace(LAYOUT, (part) =>
    LAYOUTS[part]!(subject, { keepCase: true, removeAccents: false }),
  );
}

function weekday({ date }: PermalinkSubject): number {
  return new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCDay();
}

function yearDay({ year, month, day }: PermalinkSubject['date']): number {
  return (Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 0)) / 86_400_000;
}

function pad(number: number): string {
  return `${number}`.padStart(2, '0');
}
