// npm run build: makes the site in dist/, or says all that is wrong and leaves dist/ as it was.
import { buildSite } from './site.ts';

process.exitCode = (await buildSite()) ? 0 : 1;
