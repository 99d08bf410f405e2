// `octavo-social/cli`: the entry of bin/octavo-social.mjs.
import { reportFailure } from 'octavo/internal/terminal/report-failure';
import { socialProgram } from './social-program.ts';

try {
  await socialProgram('octavo-social').parseAsync();
} catch (error) {
  reportFailure(error);
}
