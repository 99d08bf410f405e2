import { describe, expect, test } from 'vitest';
import { inZone, readDate } from '../../src/old/dates.ts';
import { chooseTimeZone } from '../../src/old/time-zone.ts';

describe('a date', () => {
  test.each([
    ['2020-01-02', '2020-01-02', '2020-01-01T23:00:00Z'],
    ['2020-1-2', '2020-01-02', '2020-01-01T23:00:00Z'],
    ['2020-01-02 10:30', '2020-01-02 10:30', '2020-01-02T09:30:00Z'],
    ['2020-07-02T10:30:00', '2020-07-02T10:30:00', '2020-07-02T08:30:00Z'],
    ['2020-01-02T10:30:00Z', '2020-01-02T10:30:00Z', '2020-01-02T10:30:00Z'],
    ['2020-01-02T10:30:00+0900', '2020-01-02T10:30:00+0900', '2020-01-02T01:30:00Z'],
    ['2020-01-02 10:30:00 +0900 JST', '2020-01-02T10:30:00+09:00', '2020-01-02T01:30:00Z'],
    ['2020-01-02 10:30:00 -07:00', '2020-01-02 10:30:00 -07:00', '2020-01-02T17:30:00Z'],
    ['Mon, 02 Jan 2006 15:04:05 -0700', '2006-01-02T15:04:05-07:00', '2006-01-02T22:04:05Z'],
    ['Mon Jan  2 15:04:05 2006', '2006-01-02T15:04:05', '2006-01-02T14:04:05Z'],
    ['02 Jan 2006', '2006-01-02', '2006-01-01T23:00:00Z'],
    ['January 2, 2006', '2006-01-02', '2006-01-01T23:00:00Z'],
    ['1577836800', '2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z'],
  ])('%s in Berlin is written %s and is %s', (text, written, moment) => {
    const date = readDate(text, 'Europe/Berlin');
    expect(date).toMatchObject({ written, time: Date.parse(moment) });
    expect(date).not.toHaveProperty('fixed');
  });

  test.each([
    ['2020-02-30', '2020-02-29'],
    ['2020-13-01', '2020-12-01'],
    ['2020/01/02', '2020-01-02'],
    ['2020-01-02T25:00:00Z', '2020-01-02T23:00:00Z'],
  ])('that does not exist is fixed: %s to %s', (text, written) => {
    expect(readDate(text, 'UTC')).toMatchObject({ written, fixed: expect.stringContaining(text) });
  });

  test.each(['soon', '2020', '', 'yesterday at noon'])('is none: %s', (text) => {
    expect(readDate(text, 'UTC')).toBeUndefined();
  });

  test('without an offset is written with one where the new site is in another zone', () => {
    const written = (text: string) =>
      inZone(readDate(text, 'UTC')!, { from: 'UTC', to: 'Asia/Tokyo' });
    expect(written('2020-01-02T10:30:00')).toBe('2020-01-02T10:30:00Z');
    expect(written('2020-01-02T10:30:00+02:00')).toBe('2020-01-02T10:30:00+02:00');
  });

  test.each([
    ['Asia/Tokyo', '2020-01-02T00:00:00Z'],
    ['America/New_York', '2020-01-02'],
    ['UTC', '2020-01-02'],
  ])('without a time stays of its day in %s, with the same moment in feeds', (to, text) => {
    expect(inZone(readDate('2020-01-02', 'UTC')!, { from: 'UTC', to })).toBe(text);
  });
});

describe('the time zone of the new site is', () => {
  const dates = (...texts: string[]) => texts.map((text) => readDate(text, 'UTC')!);
  const late = dates('2020-01-02T00:30:00+09:00', '2020-01-03T01:30:00+09:00');

  test('that of the settings', () => {
    expect(chooseTimeZone(late, 'Europe/Berlin', 'UTC')).toBe('Europe/Berlin');
  });

  test('UTC where all dates keep their day by it', () => {
    expect(
      chooseTimeZone(dates('2020-01-02', '2020-01-02T12:00:00+09:00'), undefined, 'Asia/Tokyo'),
    ).toBe('UTC');
  });

  test('that of the machine where dates keep their day by it', () => {
    expect(chooseTimeZone(late, undefined, 'Asia/Tokyo')).toBe('Asia/Tokyo');
  });

  test('else the offset of most dates', () => {
    expect(chooseTimeZone(late, 'Nowhere', 'America/New_York')).toBe('+09:00');
  });
});
