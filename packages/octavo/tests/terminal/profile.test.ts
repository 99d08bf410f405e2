import { describe, expect, test, vi } from 'vitest';
import { Profile, reuseOf } from '../../src/terminal/profile.ts';

describe('the profile of a build', () => {
  test('has the time of each phase, that of the processor, and what was reused', () => {
    vi.useFakeTimers();
    vi.spyOn(process, 'cpuUsage').mockReturnValue({ user: 1_000_000, system: 100_000 });
    const profile = new Profile();
    vi.advanceTimersByTime(20);
    profile.end('settings');
    vi.advanceTimersByTime(1500);
    profile.end('content', 'texts: made 1, reused 9');
    expect(profile.lines()).toEqual([
      '     20 ms   1100 ms CPU  settings',
      '   1500 ms   1100 ms CPU  content         texts: made 1, reused 9',
    ]);
    vi.useRealTimers();
    vi.restoreAllMocks();
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
