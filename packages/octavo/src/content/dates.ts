import { Temporal } from 'temporal-polyfill';
import { memoize } from '../memoize.ts';

/** A date from front matter: a day, or a moment. Plain data, since Astro stores it. */
export interface PostDate {
  /** The calendar day in the site's time zone: `2024-01-06`. */
  day: string;
  /** Milliseconds since 1970; for a day, its start in the site's time zone. */
  time: number;
  /** For `<time datetime>`: the day, or the moment as an ISO 8601 string in UTC. */
  datetime: string;
}

const PATTERN =
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:(?:[Tt]|\s+)(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.(?<fraction>\d+))?)?\s*(?<offset>[Zz]|[+-]\d{1,2}(?::?\d{2})?)?)?$/;

/**
 * Parses a day (`2024-01-06`), or a moment with or without seconds and offset (`2024-01-06 10:30`,
 * `2024-01-06T10:30:00+02:00`). Without an offset it is in the given time zone.
 *
 * @throws {RangeError} with a message for the author.
 */
export function parseDate(text: string, timeZone: string): PostDate {
  const groups = PATTERN.exec(text.trim())?.groups;
  if (!groups) {
    throw new RangeError(`${text} is not a date; write 2024-01-06 or 2024-01-06T10:30:00+02:00`);
  }
  const { fraction = '', offset, ...parts } = groups;
  const numbers = Object.entries(parts).map(([name, digits = 0]) => [name, Number(digits)]);
  const millisecond = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const fields = { ...Object.fromEntries(numbers), millisecond } as DateFields;
  const problem = problemOf(fields);
  if (problem) throw new RangeError(`${text} does not exist; ${problem}`);
  const plain = Temporal.PlainDateTime.from(fields);
  if (groups['hour'] === undefined) {
    const day = plain.toPlainDate();
    const time = day.toZonedDateTime(timeZone).epochMilliseconds;
    return { day: day.toString(), time, datetime: day.toString() };
  }
  const zone = offset === undefined ? timeZone : normalizeOffset(text, offset);
  const moment = plain.toZonedDateTime(zone);
  return {
    day: moment.withTimeZone(timeZone).toPlainDate().toString(),
    time: moment.epochMilliseconds,
    datetime: new Date(moment.epochMilliseconds).toISOString().replace('.000Z', 'Z'),
  };
}

/** Returns the day of a time in milliseconds since 1970, in a time zone: `2024-01-06`. */
export function dayOf(time: number, timeZone: string): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(time);
  return moment.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/**
 * Formats a date for Atom and JSON Feed (RFC 3339): a day as its start with the offset of the time
 * zone, `2024-01-06T00:00:00+01:00`, a moment in UTC.
 */
export function rfc3339({ day, time, datetime }: PostDate, timeZone: string): string {
  const options = { timeZone: day === datetime ? timeZone : 'UTC' };
  return Temporal.Instant.fromEpochMilliseconds(time).toString(options).replace('+00:00', 'Z');
}

/** Formats a date for RSS (RFC 822): `Sat, 06 Jan 2024 00:00:00 +0100`. */
export function rfc822(date: PostDate, timeZone: string): string {
  const [, clock = '', offset = ''] = /^(.{19}).*?(Z|[+-].*)$/.exec(rfc3339(date, timeZone))!;
  const zone = offset === 'Z' ? 'GMT' : offset.replace(':', '');
  return new Date(`${clock}Z`).toUTCString().replace('GMT', zone);
}

/** Returns the last of several dates; `undefined` for none. */
export function latest(dates: readonly PostDate[]): PostDate | undefined {
  return dates.toSorted((a, b) => b.time - a.time)[0];
}

/** Formats a day in the long form of a language: `January 6, 2024`. */
export function formatDate({ day }: Pick<PostDate, 'day'>, language: string): string {
  return formatter(language, { dateStyle: 'long' }).format(utc(day));
}

/**
 * Formats a date in the long form of a language; a moment has its time in a time zone:
 * `January 6, 2024 at 10:30 AM`.
 */
export function formatMoment(
  { day, time, datetime }: PostDate,
  { language, timeZone }: { language: string; timeZone: string },
): string {
  if (day === datetime) return formatDate({ day }, language);
  const options = { dateStyle: 'long', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(language, options).format(time);
}

/** Returns the year of a day in the calendar and the digits of a language: `2024`, `۱۴۰۲`. */
export function formatYear(day: string, language: string): string {
  const parts = formatter(language, { year: 'numeric' }).formatToParts(utc(day));
  return parts.find(({ type }) => type === 'year')!.value;
}

/** Returns the name of the month of a day, in a language: `January`. */
export function formatMonth(day: string, language: string): string {
  return formatter(language, { month: 'long' }).format(utc(day));
}

/** Formats month and day in a language: `January 6`. */
export function formatMonthDay(day: string, language: string): string {
  return formatter(language, { month: 'long', day: 'numeric' }).format(utc(day));
}

type DateFields = Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;

/** Returns the reason why a date or a time of day does not exist. */
function problemOf({ year, month, day, hour, minute, second }: DateFields): string | undefined {
  if (month < 1 || month > 12) return `a year has no month ${month}`;
  const { daysInMonth } = Temporal.PlainYearMonth.from({ year, month });
  if (day < 1 || day > daysInMonth) {
    const name = formatter('en', { month: 'long', year: 'numeric' });
    return `${name.format(Date.UTC(year, month - 1))} has ${daysInMonth} days`;
  }
  return hour > 23 || minute > 59 || second > 59 ? 'a day ends at 23:59:59' : undefined;
}

/** Returns an offset as Temporal parses it: `+2`, `+0200` and `+02:00` become `+02:00`. */
function normalizeOffset(text: string, offset: string): string {
  if (/^[Zz]$/.test(offset)) return 'UTC';
  const [, sign, hours = '', minutes = '00'] = /^([+-])(\d{1,2}?):?(\d{2})?$/.exec(offset) ?? [];
  if (Number(hours) > 23 || Number(minutes) > 59) {
    throw new RangeError(`${text} has an invalid offset: ${offset}`);
  }
  return `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

/** Returns a formatter for days at midnight UTC; creating one is expensive. */
const formatter = memoize((language: string, options: Intl.DateTimeFormatOptions) => {
  return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
});

function utc(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** Returns the date of an update of the original that a translation does not have yet. */
export function outdatedSince(
  { date, updated = date }: { date: PostDate; updated?: PostDate | undefined },
  original: { updated?: PostDate | undefined } | undefined,
): PostDate | undefined {
  const change = original?.updated;
  return change && change.time > updated.time ? change : undefined;
}
