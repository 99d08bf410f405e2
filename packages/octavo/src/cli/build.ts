// npm run build: makes the site in dist/, or says all that is wrong and leaves dist/ as it was.
// With --drafts it makes a preview with drafts in it.
import { readArguments } from './arguments.ts';
import { reportMisuse } from './misuse.ts';
import { buildSite } from './site.ts';

try {
  const { values } = readArguments(process.argv.slice(2), { drafts: { type: 'boolean' } });
  process.exitCode = (await buildSite({ drafts: values.drafts ?? false })) ? 0 : 1;
} catch (error) {
  reportMisuse(error);
}
