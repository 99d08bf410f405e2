// Updates the list of the example content, which an import replaces unless it was edited:
//
//   npm run examples
//
// Run it after a change to the example content or its settings.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digests, EXAMPLES } from '../packages/octavo-import/src/example-content.ts';
import { projectRoot } from '../packages/octavo/src/settings/project-root.ts';
import { site } from '../packages/octavo/src/settings/settings.ts';

if (new URL(site.url).hostname === 'octavo.example') {
  writeFileSync(join(projectRoot, EXAMPLES), `${JSON.stringify(digests(projectRoot), null, 2)}\n`);
} else {
  console.error('This is a blog of your own; there is no example content to list.');
  process.exitCode = 1;
}
