import { describe, expect, test } from 'vitest';
import {
  dayOf,
  formatDate,
  formatMoment,
  formatMonth,
  formatMonthDay,
  parseDate,
  rfc3339,
  rfc822,
} from '../../src/content/dates.ts';

describe('a day', () => {
  test.each([
    ['UTC', '2024-01-06T00:00:00Z'],
    ['Europe/Berlin', '2024-01-05T23:00:00Z'],
    ['America/Los_Angeles', '2024-01-06T08:00:00Z'],
    ['Pacific/Kiritimati', '2024-01-05T10:00:00Z'],
    ['Asia/Kolkata', '2024-01-05T18:30:00Z'],
  ])('is the same day in %s, and begins there', (timeZone, start) => {
    expect(parseDate('2024-01-06', timeZone)).toEqual({
      day: '2024-01-06',
      time: Date.parse(start),
      datetime: '2024-01-06',
    });
  });

  test.each([
    ['short numbers', '2024-1-6', '2024-01-06'],
    ['white space around it', ' 2024-01-06\n', '2024-01-06'],
    ['a leap day', '2024-02-29', '2024-02-29'],
    ['a leap day of a fourth century', '2000-02-29', '2000-02-29'],
    ['the last of a year', '2023-12-31', '2023-12-31'],
    ['a year long ago', '0099-05-05', '0099-05-05'],
  ])('may have %s: %s', (_, text, day) => {
    expect(parseDate(text, 'UTC')).toMatchObject({ day, datetime: day });
  });

  test('on which the summer time begins begins at midnight', () => {
    const { time } = parseDate('2024-03-31', 'Europe/Berlin');
    expect(new Date(time).toISOString()).toBe('2024-03-30T23:00:00.000Z');
  });

  test('without a midnight begins at its first moment', () => {
    const { day, time } = parseDate('2018-11-04', 'America/Sao_Paulo');
    expect(day).toBe('2018-11-04');
    expect(new Date(time).toISOString()).toBe('2018-11-04T03:00:00.000Z');
  });
});

describe('a moment', () => {
  test.each([
    ['2024-01-06T10:30:00+02:00'],
    ['2024-01-06T10:30:00+0200'],
    ['2024-01-06T10:30:00+02'],
    ['2024-01-06T10:30:00+2'],
    ['2024-01-06T10:30:00+2:00'],
    ['2024-01-06T10:30+02:00'],
    ['2024-01-06 10:30:00 +0200'],
    ['2024-01-06 10:30:00 +02:00'],
    ['2024-01-06   10:30 +2'],
    ['2024-1-6 10:30 +2'],
    ['2024-01-06T08:30:00Z'],
    ['2024-01-06t08:30:00z'],
    ['2024-01-06 8:30 Z'],
    ['2024-01-06T03:00:00-05:30'],
    ['2024-01-06T03:00-0530'],
    ['2024-01-06T22:30:00+14:00'],
    ['2024-01-07T08:29:00+23:59'],
  ])('may be written %s', (text) => {
    const { time, datetime } = parseDate(text, 'America/New_York');
    expect(datetime).toBe('2024-01-06T08:30:00Z');
    expect(time).toBe(Date.parse('2024-01-06T08:30:00Z'));
  });

  test.each([
    ['UTC', '2024-06-15T10:30:00Z'],
    ['Europe/Berlin', '2024-06-15T08:30:00Z'],
    ['America/New_York', '2024-06-15T14:30:00Z'],
    ['Asia/Kathmandu', '2024-06-15T04:45:00Z'],
  ])('without an offset is in the time zone of the site: %s', (timeZone, datetime) => {
    expect(parseDate('2024-06-15 10:30', timeZone)).toEqual({
      day: '2024-06-15',
      time: Date.parse(datetime),
      datetime,
    });
  });

  test.each([
    ['winter', '2024-01-15T12:00', '2024-01-15T11:00:00Z'],
    ['summer', '2024-07-15T12:00', '2024-07-15T10:00:00Z'],
    ['the hour that summer time leaves out', '2024-03-31T02:30', '2024-03-31T01:30:00Z'],
    ['the hour that comes twice, the first time', '2024-10-27T02:30', '2024-10-27T00:30:00Z'],
  ])('without an offset may be in %s', (_, text, datetime) => {
    expect(parseDate(text, 'Europe/Berlin').datetime).toBe(datetime);
  });

  test.each([
    ['the next day', '2024-01-06T23:30:00Z', 'Asia/Tokyo', '2024-01-07'],
    ['the day before', '2024-01-06T00:30:00Z', 'America/New_York', '2024-01-05'],
    ['the next year', '2023-12-31T23:30:00Z', 'Europe/Berlin', '2024-01-01'],
    ['the same day', '2024-01-06T12:00:00Z', 'Europe/Berlin', '2024-01-06'],
    ['the day of its zone', '2024-01-06T23:30:00+14:00', 'Pacific/Kiritimati', '2024-01-06'],
  ])('is on %s where the site is', (_, text, timeZone, day) => {
    expect(parseDate(text, timeZone).day).toBe(day);
  });

  test.each([
    ['2024-01-06T10:30:15Z', '2024-01-06T10:30:15Z'],
    ['2024-01-06T10:30:15.5Z', '2024-01-06T10:30:15.500Z'],
    ['2024-01-06T10:30:15.123456789Z', '2024-01-06T10:30:15.123Z'],
    ['1969-12-31T23:59:59.500Z', '1969-12-31T23:59:59.500Z'],
  ])('is kept to the millisecond: %s', (text, datetime) => {
    const date = parseDate(text, 'UTC');
    expect(date.datetime).toBe(datetime);
    expect(date.time).toBe(Date.parse(datetime));
  });
});

describe('a date that does not exist', () => {
  test.each([
    ['2024-02-30', '2024-02-30 does not exist; February 2024 has 29 days'],
    ['2023-02-29', '2023-02-29 does not exist; February 2023 has 28 days'],
    ['1900-02-29', '1900-02-29 does not exist; February 1900 has 28 days'],
    ['2024-04-31', '2024-04-31 does not exist; April 2024 has 30 days'],
    ['2024-01-32', '2024-01-32 does not exist; January 2024 has 31 days'],
    ['2024-01-00', '2024-01-00 does not exist; January 2024 has 31 days'],
    ['2024-13-01', '2024-13-01 does not exist; a year has no month 13'],
    ['2024-00-10', '2024-00-10 does not exist; a year has no month 0'],
    ['2024-02-30T10:00', '2024-02-30T10:00 does not exist; February 2024 has 29 days'],
    ['2024-01-06T24:00', '2024-01-06T24:00 does not exist; a day ends at 23:59:59'],
    ['2024-01-06T10:60', '2024-01-06T10:60 does not exist; a day ends at 23:59:59'],
    ['2024-01-06T10:30:60', '2024-01-06T10:30:60 does not exist; a day ends at 23:59:59'],
    ['2024-01-06T10:30+24:00', '2024-01-06T10:30+24:00 has an invalid offset: +24:00'],
    ['2024-01-06T10:30+02:60', '2024-01-06T10:30+02:60 has an invalid offset: +02:60'],
  ])('says why: %s', (text, message) => {
    expect(() => parseDate(text, 'UTC')).toThrow(new RangeError(message));
  });

  test.each([
    'yesterday',
    '',
    '2024',
    '2024-01',
    '20240106',
    '01/06/2024',
    '06.01.2024',
    'January 6, 2024',
    '2024-01-06T10',
    '2024-01-06T10:3',
    '2024-01-06T10:30 CET',
    '2024-01-06T10:30+',
    '2024-01-06Z',
    '24-01-06',
    '2024-01-06 and more',
  ])('or is none says how to write one: %s', (text) => {
    expect(() => parseDate(text, 'UTC')).toThrow(
      new RangeError(`${text} is not a date; write 2024-01-06 or 2024-01-06T10:30:00+02:00`),
    );
  });
});

describe('the long form of a day', () => {
  test.each([
    ['en', 'January 6, 2024', 'January', 'January 6'],
    ['en-GB', '6 January 2024', 'January', '6 January'],
    ['de', '6. Januar 2024', 'Januar', '6. Januar'],
    ['ja', '2024年1月6日', '1月', '1月6日'],
    ['ar', '6 يناير 2024', 'يناير', '6 يناير'],
    ['pt-BR', '6 de janeiro de 2024', 'janeiro', '6 de janeiro'],
  ])('is that of the language %s: %s', (language, date, month, monthDay) => {
    expect(formatDate({ day: '2024-01-06' }, language)).toBe(date);
    expect(formatMonth('2024-01-06', language)).toBe(month);
    expect(formatMonthDay('2024-01-06', language)).toBe(monthDay);
  });

  test('is the day in the time zone of the site, wherever it is made', () => {
    const date = parseDate('2023-12-31T23:30:00Z', 'Europe/Berlin');
    expect(formatDate(date, 'en')).toBe('January 1, 2024');
  });
});

test.each([
  ['2024-01-06', 'en', 'Europe/Berlin', 'January 6, 2024'],
  ['2024-01-06 22:30', 'en', 'Europe/Berlin', 'January 6, 2024 at 10:30 PM'],
  ['2024-01-06 22:30', 'de', 'Europe/Berlin', '6. Januar 2024 um 22:30'],
  ['2024-01-06T23:30:00Z', 'en-GB', 'Europe/Berlin', '7 January 2024 at 00:30'],
  ['2024-01-06T00:00:00Z', 'en-GB', 'UTC', '6 January 2024 at 00:00'],
])('%s has in the language %s, in %s, the long form %s', (written, language, timeZone, long) => {
  expect(formatMoment(parseDate(written, timeZone), { language, timeZone })).toBe(long);
});

test.each([
  ['2024-03-30T23:30:00Z', 'UTC', '2024-03-30'],
  ['2024-03-30T23:30:00Z', 'Europe/Berlin', '2024-03-31'],
  ['2024-01-01T05:00:00Z', 'America/Los_Angeles', '2023-12-31'],
  ['2024-12-30T10:00:00Z', 'Pacific/Kiritimati', '2024-12-31'],
])('%s in %s is on %s', (moment, timeZone, day) => {
  expect(dayOf(Date.parse(moment), timeZone)).toBe(day);
});

describe('a date in a feed', () => {
  test.each([
    ['2026-02-11', 'Europe/Berlin', '2026-02-11T00:00:00+01:00', 'Wed, 11 Feb 2026 00:00:00 +0100'],
    ['2026-07-11', 'Europe/Berlin', '2026-07-11T00:00:00+02:00', 'Sat, 11 Jul 2026 00:00:00 +0200'],
    [
      '2026-01-01',
      'America/New_York',
      '2026-01-01T00:00:00-05:00',
      'Thu, 01 Jan 2026 00:00:00 -0500',
    ],
    ['2026-02-11', 'Asia/Kolkata', '2026-02-11T00:00:00+05:30', 'Wed, 11 Feb 2026 00:00:00 +0530'],
    ['2026-02-11', 'UTC', '2026-02-11T00:00:00Z', 'Wed, 11 Feb 2026 00:00:00 GMT'],
    ['2026-02-11', 'Europe/London', '2026-02-11T00:00:00Z', 'Wed, 11 Feb 2026 00:00:00 GMT'],
    [
      '2018-11-04',
      'America/Sao_Paulo',
      '2018-11-04T01:00:00-02:00',
      'Sun, 04 Nov 2018 01:00:00 -0200',
    ],
    ['2026-02-11 10:30', 'Europe/Berlin', '2026-02-11T09:30:00Z', 'Wed, 11 Feb 2026 09:30:00 GMT'],
    [
      '2026-02-11T00:30:00+09:00',
      'Europe/Berlin',
      '2026-02-10T15:30:00Z',
      'Tue, 10 Feb 2026 15:30:00 GMT',
    ],
  ])('%s in %s is %s and %s', (written, timeZone, atom, rss) => {
    const date = parseDate(written, timeZone);
    expect([rfc3339(date, timeZone), rfc822(date, timeZone)]).toEqual([atom, rss]);
    expect([Date.parse(atom), Date.parse(rss)]).toEqual([date.time, date.time]);
  });
});
