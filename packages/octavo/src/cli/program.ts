import { Command, type CommanderError } from 'commander';
import { reportFailure } from '../terminal/report-failure.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** Returns a command line that throws a UsageError for an unknown option or argument. */
export function createProgram(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .configureOutput({ outputError: () => undefined })
    .exitOverride((error) => {
      throw isOutput(error) ? error : new UsageError(reworded(error.message));
    })
    .allowExcessArguments()
    .hook('preAction', (_, command) => refuseExcessArguments(command));
}

/** Runs a command line, prints why it failed, and sets the exit status. */
export async function runProgram(program: Command, args: readonly string[]): Promise<void> {
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    reportFailure(error);
  }
}

/** True for help and version: Commander throws an error after it has printed them. */
function isOutput({ code }: CommanderError): boolean {
  return /^commander\.(?:help|version)/.test(code);
}

/** Returns a message of Commander as one line in our style. */
function reworded(message: string): string {
  return message
    .replace(/^error: /, '')
    .replace(/\n\(Did you mean (.+)\?\)$/, '; did you mean $1?')
    .replace(/^option '(.+)' cannot be used with option '(.+)'$/, 'use either $1 or $2')
    .replaceAll("'", '');
}

/** Throws for the first excess argument; Commander only counts them. */
function refuseExcessArguments({ args, registeredArguments }: Command): void {
  if (registeredArguments.at(-1)?.variadic) return;
  const [unexpected] = args.slice(registeredArguments.length);
  if (unexpected !== undefined) throw new UsageError(`unexpected argument: ${unexpected}`);
}
