// The process of tests/build-in-process.ts: builds the sites that it is sent, one after another.
import { octavoProgram } from '../packages/octavo/src/cli/octavo-program.ts';
import { reportFailure } from '../packages/octavo/src/terminal/report-failure.ts';
import type { BuildJob, BuildResult } from './build-in-process.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';

const output = { stdout: '', stderr: '' };
for (const name of ['stdout', 'stderr'] as const)
  process[name].write = (chunk: Uint8Array | string) => {
    output[name] += chunk.toString();
    return true;
  };

process.on('message', (job: BuildJob) => void build(job));
process.on('disconnect', () => process.exit());

async function build({ folder, options }: BuildJob): Promise<void> {
  Object.assign(output, { stdout: '', stderr: '' });
  process.exitCode = 0;
  process.chdir(folder);
  try {
    await octavoProgram().parseAsync(['build', ...options], { from: 'user' });
  } catch (error) {
    reportFailure(error);
  }
  process.send?.({ status: Number(process.exitCode), ...output } satisfies BuildResult);
}
