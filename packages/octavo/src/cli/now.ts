import { parseDate } from '../content/dates.ts';
import { UsageError } from '../terminal/usage-error.ts';

/**
 * Returns the moment of the option `--now`, a date as in front matter, in milliseconds since 1970;
 * `undefined` without one.
 *
 * @throws {UsageError} where it is no date.
 */
export function parseNow(now: string | undefined, timeZone: string): number | undefined {
  if (now === undefined) return undefined;
  try {
    return parseDate(now, timeZone).time;
  } catch (error) {
    throw new UsageError(`--now: ${(error as Error).message}`);
  }
}
