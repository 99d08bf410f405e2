import { parseDate } from '../content/dates.ts';
import { UsageError } from '../terminal/usage-error.ts';

/**
 * Parses the option `--now`, a date as in front matter, to milliseconds since 1970; returns
 * `undefined` without it.
 *
 * @throws {UsageError} if it is not a date.
 */
export function parseNow(now: string | undefined, timeZone: string): number | undefined {
  if (now === undefined) return undefined;
  try {
    return parseDate(now, timeZone).time;
  } catch (error) {
    throw new UsageError(`--now: ${(error as Error).message}`);
  }
}
