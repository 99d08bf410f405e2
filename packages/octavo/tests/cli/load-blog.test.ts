import { describe, expect, test, vi } from 'vitest';
import { loadBlog } from '../../src/cli/load-blog.ts';
import { folder, REQUIRED } from '../helpers.ts';

/** Loads a blog in a time zone with the option `--now`. */
function load(now: string | undefined, timeZone: string) {
  const root = folder({
    'src/site.config.ts': `export default ${JSON.stringify({ ...REQUIRED, timeZone })};`,
    'src/content.config.ts': '',
  });
  vi.spyOn(process, 'cwd').mockReturnValue(root);
  return loadBlog(now);
}

describe('the moment of a command', () => {
  test.each([
    ['2027-01-06', 'UTC', '2027-01-06T00:00:00Z'],
    ['2027-01-06', 'Asia/Tokyo', '2027-01-05T15:00:00Z'],
    ['2027-01-06 10:30', 'Europe/Berlin', '2027-01-06T09:30:00Z'],
    ['2027-01-06T10:30:05Z', 'Europe/Berlin', '2027-01-06T10:30:05Z'],
  ])('of --now %s in %s is %s', async (now, timeZone, moment) => {
    expect((await load(now, timeZone)).now).toBe(Date.parse(moment));
  });

  test('is the clock without --now', async () => {
    const before = Date.now();
    expect((await load(undefined, 'UTC')).now).toBeGreaterThanOrEqual(before);
  });

  test.each([
    ['tomorrow', /^--now: tomorrow is not a date; write /],
    ['2027-02-30', /^--now: 2027-02-30 does not exist; /],
  ])('of --now %s is a usage error', async (now, message) => {
    const error = { name: 'UsageError', message: expect.stringMatching(message) as string };
    await expect(load(now, 'UTC')).rejects.toMatchObject(error);
  });
});
