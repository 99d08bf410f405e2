// `octavo/cli`: the entry of bin/octavo.mjs.
import { reportFailure } from '../terminal/report-failure.ts';
import { octavoProgram } from './octavo-program.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';

try {
  await octavoProgram().parseAsync();
} catch (error) {
  reportFailure(error);
}
