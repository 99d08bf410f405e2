import { afterEach, describe, expect, test, vi } from 'vitest';
import { holdNow, holdWhatIsSaid, now } from '../../src/content/now.ts';

const said = (value: string | undefined) => vi.stubEnv('OCTAVO_NOW', value);

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

describe('what time it is', () => {
  test('is that of the clock where nothing holds it', () => {
    said(undefined);
    holdWhatIsSaid('UTC');
    vi.useFakeTimers({ now: 1000 });
    expect(now()).toBe(1000);
    vi.setSystemTime(2000);
    expect(now()).toBe(2000);
  });

  test('is the same all through a build', () => {
    said(undefined);
    vi.useFakeTimers({ now: 1000 });
    holdNow('UTC');
    vi.setSystemTime(2000);
    expect(now()).toBe(1000);
    holdNow('UTC');
    expect(now()).toBe(1000);
  });

  test.each([
    ['2027-01-06', '2027-01-05T15:00:00Z'],
    ['2027-01-06 10:30', '2027-01-06T01:30:00Z'],
    ['2027-01-06T10:30:00+02:00', '2027-01-06T08:30:00Z'],
  ])('is what OCTAVO_NOW says as front matter would, in Tokyo: %s', (value, moment) => {
    for (const hold of [holdNow, holdWhatIsSaid]) {
      said(value);
      hold('Asia/Tokyo');
      expect(new Date(now()).toISOString()).toBe(moment.replace('Z', '.000Z'));
    }
  });

  test('cannot be what is no date', () => {
    said('tomorrow');
    const told =
      'OCTAVO_NOW: tomorrow is not a date; write 2024-01-06 or 2024-01-06T10:30:00+02:00';
    expect(() => holdNow('UTC')).toThrow(told);
  });
});
