import { describe, expect, test, vi } from 'vitest';
import { Profile, reuseOf } from '../../src/build/profile.ts';

describe('the profile of a build', () => {
  test('has the time of each phase and what was reused', () => {
    vi.useFakeTimers();
    const profile = new Profile();
    vi.advanceTimersByTime(20);
    profile.end('settings');
    vi.advanceTimersByTime(1500);
    profile.end('content', 'texts: made 1, reused 9');
    expect(profile.lines()).toEqual([
      '     20 ms  settings',
      '   1500 ms  content         texts: made 1, reused 9',
    ]);
    vi.useRealTimers();
  });

  test.each([
    [{ made: 1, reused: 9, cached: 10 }, 'texts: made 1, reused 9'],
    [{ made: 0, reused: 0, cached: 0 }, 'texts: made 0, reused 0'],
    [{ made: 10, reused: 0, cached: 0 }, 'texts: made 10; nothing is cached'],
    [{ made: 10, reused: 0, cached: 9 }, 'texts: made 10; code, settings or packages changed'],
  ])('says why nothing was reused: %j', (counts, text) => {
    expect(reuseOf('texts', counts)).toBe(text);
  });
});
