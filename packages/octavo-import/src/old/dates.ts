import { dayOf, parseDate } from 'octavo/internal/content/dates';

/** A date of the old blog. */
export interface OldDate {
  /** For Octavo's front matter: `2024-01-06`, `2024-01-06T10:30:00+02:00`. */
  written: string;
  /** Milliseconds since 1970. */
  time: number;
  /** As its own zone has it: what Hugo makes permalinks of. */
  calendar: Calendar;
  /** What had to be fixed, as a sentence. */
  fixed?: string;
}

interface Calendar {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

interface Parts {
  calendar: Calendar;
  /** `Z`, `+02:00`; absent where the site's zone holds. */
  offset?: string | undefined;
  /** True for a mere day. */
  dayOnly: boolean;
  fixed?: string;
}

/**
 * Returns the date that a text of Hugo's front matter stands for, or `undefined` where it is none.
 * One without a zone is in `zone` (Hugo's `timeZone`, else UTC). Hugo reads what Go's cast.ToTime
 * does; what it would not have read, and people write, is fixed.
 */
export function readDate(written: string, zone: string): OldDate | undefined {
  const parts = readIso(written) ?? readSeconds(written) ?? readWords(written);
  if (!parts) return undefined;
  const { calendar, offset, dayOnly, fixed } = parts;
  const text = isoText(calendar, dayOnly ? undefined : (offset ?? ''));
  const kept = offset === undefined && dayOnly ? text : keepWritten(written, text);
  try {
    const { time } = parseDate(text, zone);
    return { written: kept, time, calendar, ...(fixed !== undefined && { fixed }) };
  } catch {
    return undefined;
  }
}

/** Returns a date as it is to be written for a site in another zone than the one it was meant in. */
export function inZone({ written, time }: OldDate, { from, to }: { from: string; to: string }) {
  const hasNoOffset =
    /\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/.test(written) && !/[+-]\d{2}:?\d{2}$/.test(written);
  // A day keeps its moment, which feeds show, where that is of the same day in the other zone.
  const isSameDay = /^\d{4}-\d{2}-\d{2}$/.test(written) && dayOf(time, to) === written;
  if (from === to || !(hasNoOffset || isSameDay)) return written;
  return new Date(time).toISOString().replace('.000Z', 'Z');
}

const ISO =
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:(?:[Tt]|\s+)(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?\s*([Zz]|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?(?:\s+(?:[A-Z]{2,5}|[+-]\d{2,4}))?)?$/;

function readIso(written: string): Parts | undefined {
  const match = ISO.exec(written.trim());
  if (!match) return undefined;
  const number = (at: number) => Number(match[at] ?? 0);
  const given = {
    ...{ year: number(1), month: number(3), day: number(4) },
    ...{ hour: number(5), minute: number(6), second: number(7) },
  };
  const calendar = existing(given);
  const dayOnly = match[5] === undefined;
  const isMended = JSON.stringify(calendar) !== JSON.stringify(given) || match[2] !== '-';
  return {
    calendar,
    dayOnly,
    offset: normalOffset(match[8]),
    ...(isMended && {
      fixed: `${written} is not a date; set to ${isoText(calendar, undefined)}`,
    }),
  };
}

/** The nearest date that exists: February 30 becomes the last day of February. */
function existing({ year, month, day, hour, minute, second }: Calendar): Calendar {
  const lastMonth = Math.min(Math.max(month, 1), 12);
  const lastDay = new Date(Date.UTC(year, lastMonth, 0)).getUTCDate();
  return {
    year,
    month: lastMonth,
    day: Math.min(Math.max(day, 1), lastDay),
    hour: Math.min(hour, 23),
    minute: Math.min(minute, 59),
    second: Math.min(second, 59),
  };
}

function normalOffset(offset: string | undefined): string | undefined {
  if (offset === undefined) return undefined;
  if (/^(?:z|utc|gmt)$/i.test(offset)) return 'Z';
  const [, sign = '+', hours = '', minutes = '00'] =
    /^([+-])(\d{1,2}?):?(\d{2})?$/.exec(offset) ?? [];
  return `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

/** A number of seconds since 1970, as Go's cast takes it. */
function readSeconds(written: string): Parts | undefined {
  if (!/^\d{8,11}$/.test(written)) return undefined;
  return { calendar: calendarOf(Number(written) * 1000), offset: 'Z', dayOnly: false };
}

/** The forms with names of months: RFC 1123, RFC 850, ANSI C, `02 Jan 2006`, `January 2, 2006`. */
function readWords(written: string): Parts | undefined {
  if (!/[A-Za-z]{3}/.test(written)) return undefined;
  const zone = /(?:\s|\d)([+-]\d{2}:?\d{2}|Z|UTC|GMT)(?:\s|$|\))/.exec(written)?.[1];
  const plain = written
    .replace(/(?:[A-Z]{3,5}|Z|[+-]\d{2}:?\d{2})(?=\s|$)/g, '')
    .replace(/-(?=[A-Za-z]|\d{2}\b)/g, ' ');
  const time = Date.parse(`${plain.trim()} UTC`);
  if (Number.isNaN(time)) return undefined;
  const dayOnly = !/\d:\d/.test(written);
  return { calendar: calendarOf(time), dayOnly, offset: dayOnly ? undefined : normalOffset(zone) };
}

function calendarOf(time: number): Calendar {
  const date = new Date(time);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

/** `2024-01-06`, or with the time and what stands behind it. */
function isoText(calendar: Calendar, offset: string | undefined): string {
  const pad = (number: number, length = 2) => `${number}`.padStart(length, '0');
  const day = `${pad(calendar.year, 4)}-${pad(calendar.month)}-${pad(calendar.day)}`;
  if (offset === undefined) return day;
  const { hour, minute, second } = calendar;
  return `${day}T${pad(hour)}:${pad(minute)}:${pad(second)}${offset}`;
}

/** The author's own writing where Octavo reads the same from it. */
function keepWritten(written: string, text: string): string {
  try {
    return parseDate(written, 'UTC').time === parseDate(text, 'UTC').time ? written : text;
  } catch {
    return text;
  }
}
