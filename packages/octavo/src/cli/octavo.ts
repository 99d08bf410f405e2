// `octavo/cli`: the entry of bin/octavo.mjs.
import { reportFailure } from '../terminal/report-failure.ts';
import { octavoProgram } from './octavo-program.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';

let verbose = false;
const program = octavoProgram().hook('preAction', (_, command) => {
  verbose = command.getOptionValue('verbose') === true;
});
try {
  await program.parseAsync();
} catch (error) {
  reportFailure(error, verbose);
}
