import { describe, expect, test } from 'vitest';
import { parseDate } from '../../src/content/dates.ts';
import {
  isListed,
  isPublished,
  isScheduled,
  isShown,
  releaseTime,
  writtenDate,
  type Publishable,
} from '../../src/content/published.ts';
import type { Mode } from '../../src/settings/context.ts';

const NOW = Date.parse('2024-01-06');

/** Returns whether something is published at a moment, and whether it is scheduled. */
const at = (data: Publishable, now: number) => [isPublished(data, now), isScheduled(data, now)];

describe('a post', () => {
  /** Each is out until a millisecond before the moment. */
  test.each<[date: string, zone: string, moment: string]>([
    // A mere day comes at its first moment where the site is.
    ['2027-01-06', 'UTC', '2027-01-06T00:00:00Z'],
    ['2027-01-06', 'Europe/Berlin', '2027-01-05T23:00:00Z'],
    ['2027-07-06', 'Europe/Berlin', '2027-07-05T22:00:00Z'],
    ['2027-01-06', 'Asia/Kolkata', '2027-01-05T18:30:00Z'],
    ['2027-01-06', 'America/New_York', '2027-01-06T05:00:00Z'],
    ['2027-01-06', 'Pacific/Kiritimati', '2027-01-05T10:00:00Z'],
    ['2027-01-06', 'Pacific/Pago_Pago', '2027-01-06T11:00:00Z'],
    // So does a moment without an offset; one with an offset is the same everywhere.
    ['2027-01-06 10:30', 'America/New_York', '2027-01-06T15:30:00Z'],
    ['2027-07-06 10:30', 'America/New_York', '2027-07-06T14:30:00Z'],
    ['2027-01-06T10:30:00+02:00', 'America/New_York', '2027-01-06T08:30:00Z'],
    ['2027-01-06T10:30:00Z', 'Asia/Tokyo', '2027-01-06T10:30:00Z'],
    ['2027-01-06T23:30:00-05:00', 'Asia/Tokyo', '2027-01-07T04:30:00Z'],
    // The day begins at 01:00, since summer time takes its first hour.
    ['2017-10-15', 'America/Sao_Paulo', '2017-10-15T03:00:00Z'],
    ['2024-04-26', 'Africa/Cairo', '2024-04-25T22:00:00Z'],
    ['2017-10-15 00:30', 'America/Sao_Paulo', '2017-10-15T03:30:00Z'],
    // The last hour of the day before comes twice; the day begins after both.
    ['2018-02-18', 'America/Sao_Paulo', '2018-02-18T03:00:00Z'],
    // Midnight itself comes twice; the day begins at the first.
    ['2027-11-07', 'America/Havana', '2027-11-07T04:00:00Z'],
    // An hour that comes twice is meant as its first.
    ['2027-10-31 02:30', 'Europe/Berlin', '2027-10-31T00:30:00Z'],
    ['2027-10-31T02:30:00+01:00', 'Europe/Berlin', '2027-10-31T01:30:00Z'],
    // One that never comes, as the one after it.
    ['2027-03-28 02:30', 'Europe/Berlin', '2027-03-28T01:30:00Z'],
    // Samoa had no December 30 in 2011; what is dated so comes with the 31st.
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
  ])('of %s in %s is published at %s', (date, zone, moment) => {
    const data = { draft: false, date: parseDate(date, zone) };
    expect(at(data, Date.parse(moment))).toEqual([true, false]);
    expect(at(data, Date.parse(moment) - 1)).toEqual([false, true]);
  });

  test('that is a draft is neither published nor scheduled, whatever its date', () => {
    for (const day of ['2020-01-01', '2030-01-01']) {
      const data = { draft: true, date: parseDate(day, 'UTC') };
      expect(at(data, NOW)).toEqual([false, false]);
      expect(releaseTime(data)).toBe(Infinity);
    }
  });
});

test('a page is published unless it is a draft', () => {
  expect(at({ draft: false }, NOW)).toEqual([true, false]);
  expect(at({ draft: true }, NOW)).toEqual([false, false]);
});

describe('a page and a place on lists', () => {
  const [past, future] = ['2024-01-05', '2024-01-07'].map((day) => parseDate(day, 'UTC'));
  const all = ['build', 'preview', 'dev'];
  test.each<[what: string, data: Publishable, unlisted: boolean, shown: string[], listed: boolean]>(
    [
      ['a post', { draft: false, date: past }, false, all, true],
      ['an unlisted post', { draft: false, date: past }, true, all, false],
      ['a scheduled post', { draft: false, date: future }, false, ['preview', 'dev'], false],
      ['a draft', { draft: true, date: past }, false, ['preview', 'dev'], false],
      ['a page', { draft: false }, false, all, true],
      ['the draft of a page', { draft: true }, false, ['preview', 'dev'], false],
    ],
  )('%s', (_, data, unlisted, shown, listed) => {
    expect(all.filter((mode) => isShown(data, { mode: mode as Mode, now: NOW }))).toEqual(shown);
    expect(isListed({ ...data, unlisted }, NOW)).toBe(listed);
  });
});

test.each([
  ['2027-1-6', '2027-01-06'],
  ['2027-01-06 10:30', '2027-01-06 10:30'],
  ['2027-01-06T00:00:00+01:00', '2027-01-06 00:00'],
  ['2027-01-06T10:30:05Z', '2027-01-06 11:30:05'],
])('%s is written %s in Berlin', (date, written) => {
  expect(writtenDate(parseDate(date, 'Europe/Berlin'), 'Europe/Berlin')).toBe(written);
});
