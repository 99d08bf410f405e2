import { parseArgs, type ParseArgsConfig } from 'node:util';
import { didYouMean } from '../blog/nearest.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What was wrong with how a command was called: one line for each mistake. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Returns the options and the other words of a command line.
 *
 * @throws {UsageError} that names every option which is not known, and the nearest that is.
 */
export function readArguments<const Known extends Options>(args: string[], options: Known) {
  const { tokens } = parseArgs({ args, options, strict: false, tokens: true });
  const known = Object.keys(options).map((name) => `--${name}`);
  const mistakes = tokens.flatMap((token) => {
    if (token.kind !== 'option' || token.name in options) return [];
    return `${token.rawName} is not an option that is known${didYouMean(token.rawName, known)}`;
  });
  if (mistakes.length > 0) throw new UsageError(mistakes.join('\n'));
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
