import { UsageError } from '../../packages/octavo/src/terminal/usage-error.ts';

/**
 * Returns the number that an option was given.
 *
 * @throws {UsageError} where it is none above 0.
 */
export function readCount(option: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new UsageError(`${option}: ${text} is no number, like 100`);
  return Number(text);
}

/**
 * Returns those of the names that an option was given, with commas between, in their own order.
 *
 * @throws {UsageError} that names every one that is not known.
 */
export function readNames<Name extends string>(
  option: string,
  text: string,
  all: readonly Name[],
): Name[] {
  const chosen = text.split(',');
  const unknown = chosen.filter((name) => !(all as readonly string[]).includes(name));
  if (unknown.length > 0)
    throw new UsageError(`${option}: ${unknown.join(', ')} is none of ${all.join(', ')}`);
  return all.filter((name) => chosen.includes(name));
}
