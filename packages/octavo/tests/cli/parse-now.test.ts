import { expect, test } from 'vitest';
import { parseNow } from '../../src/cli/parse-now.ts';

test.each([
  ['2027-01-06', 'UTC', '2027-01-06T00:00:00Z'],
  ['2027-01-06', 'Asia/Tokyo', '2027-01-05T15:00:00Z'],
  ['2027-01-06 10:30', 'Europe/Berlin', '2027-01-06T09:30:00Z'],
  ['2027-01-06T10:30:05Z', 'Europe/Berlin', '2027-01-06T10:30:05Z'],
])('--now %s in %s is %s', (now, timeZone, moment) => {
  expect(parseNow(now, timeZone)).toBe(Date.parse(moment));
});

test('without --now there is no moment', () => {
  expect(parseNow(undefined, 'UTC')).toBeUndefined();
});

test.each([
  ['tomorrow', /^--now: tomorrow is not a date; write /],
  ['2027-02-30', /^--now: 2027-02-30 does not exist; /],
])('--now %s is a usage error', (now, message) => {
  expect(() => parseNow(now, 'UTC')).toThrow(
    expect.objectContaining({
      name: 'UsageError',
      message: expect.stringMatching(message) as string,
    }) as Error,
  );
});
