// `octavo/cli`: the entry of bin/octavo.mjs.
import { octavoProgram } from './octavo-program.ts';
import { runProgram } from './program.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';

await runProgram(octavoProgram(), process.argv.slice(2));
