import { parseDate } from './dates.ts';

/** By which a command tells all else what time it is: configuration, loader and pages are read apart. */
const VARIABLE = 'OCTAVO_NOW';

/**
 * Returns the moment that the site is made for, in milliseconds since 1970: all through a build the
 * one that `holdNow` set, else that of the clock.
 */
export function now(): number {
  const held = process.env[VARIABLE];
  return held === undefined ? Date.now() : Date.parse(held);
}

/**
 * Holds for this process what time it is: what OCTAVO_NOW says, a date as in front matter, or else
 * that of the clock now.
 *
 * @throws {NowError} where OCTAVO_NOW is no date.
 */
export function holdNow(timeZone: string): void {
  holdWhatIsSaid(timeZone);
  process.env[VARIABLE] ??= new Date().toISOString();
}

/**
 * Holds what OCTAVO_NOW says, where it says something; the clock goes on where it does not.
 *
 * @throws {NowError} where it is no date.
 */
export function holdWhatIsSaid(timeZone: string): void {
  const said = process.env[VARIABLE];
  if (said === undefined) return;
  try {
    process.env[VARIABLE] = new Date(parseDate(said, timeZone).time).toISOString();
  } catch (error) {
    throw new NowError((error as Error).message);
  }
}

/** Told as a mistake in the settings is. */
class NowError extends Error {
  override name = 'SettingsError';

  constructor(reason: string) {
    super(`${VARIABLE}: ${reason}`);
  }
}
