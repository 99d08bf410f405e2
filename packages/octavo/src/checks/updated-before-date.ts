import { parseDate } from '../content/dates.ts';
import type { Check } from './check.ts';

export const updatedBeforeDate: Check = {
  id: 'updated-before-date',
  severity: 'error',
  about: '`updated` before `date`',
  ofFrontMatter: ({ frontMatter: { data, locate } }, { settings }) => {
    if (data['updated'] === undefined) return [];
    const [date, updated] = [data['date'], data['updated']].map(String) as [string, string];
    const [first, last] = [timeOf(date, settings.timeZone), timeOf(updated, settings.timeZone)];
    if (first === undefined || last === undefined || !isBefore(last, first)) return [];
    return [
      {
        position: locate(['updated']),
        message: `updated: ${updated} is before date, ${date}; correct one of them`,
      },
    ];
  },
};

type Time = Pick<ReturnType<typeof parseDate>, 'day' | 'time' | 'datetime'>;

/** Compares days if one of the two is a day without time. */
function isBefore(last: Time, first: Time): boolean {
  const isDay = [last, first].some(({ datetime, day }) => datetime === day);
  return isDay ? last.day < first.day : last.time < first.time;
}

/** Returns a date; `undefined` if it is invalid, which the schema reports. */
function timeOf(text: string, timeZone: string): Time | undefined {
  try {
    return parseDate(text, timeZone);
  } catch {
    return undefined;
  }
}
