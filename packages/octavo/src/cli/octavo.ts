// `octavo/cli`: the entry of bin/octavo.mjs.
import { findProjectRoot } from '../terminal/project-root.ts';
import { reportFailure } from '../terminal/report-failure.ts';
import { useCompileCache } from './compile-cache.ts';
import { octavoProgram } from './octavo-program.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';

let verbose = false;
const program = octavoProgram().hook('preAction', (_, command) => {
  verbose = command.getOptionValue('verbose') === true;
  useCompileCache(findProjectRoot(process.cwd()));
});
try {
  await program.parseAsync();
} catch (error) {
  reportFailure(error, verbose);
}
