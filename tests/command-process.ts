// The process of tests/run-in-process.ts: runs the commands that it is sent, one after another.
import { octavoProgram } from '../packages/octavo/src/cli/octavo-program.ts';
import { reportFailure } from '../packages/octavo/src/terminal/report-failure.ts';
import type { CommandJob, CommandResult } from './run-in-process.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';

const output = { stdout: '', stderr: '' };
for (const name of ['stdout', 'stderr'] as const)
  process[name].write = (chunk: Uint8Array | string) => {
    output[name] += chunk.toString();
    return true;
  };

process.on('message', (job: CommandJob) => void run(job));
process.on('disconnect', () => process.exit());

const ownTimeZone = process.env['TZ'];

async function run({ folder, args, timeZone = ownTimeZone }: CommandJob): Promise<void> {
  Object.assign(output, { stdout: '', stderr: '' });
  process.exitCode = 0;
  process.chdir(folder);
  if (timeZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = timeZone;
  try {
    const program = octavoProgram();
    // By default, a wrong option ends the process.
    for (const command of [program, ...program.commands]) command.exitOverride();
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    const { name, exitCode } = error as Error & { exitCode?: number };
    // Commander has printed the error.
    if (name === 'CommanderError') process.exitCode = exitCode!;
    else reportFailure(error);
  }
  process.send?.({ status: Number(process.exitCode), ...output } satisfies CommandResult);
}
