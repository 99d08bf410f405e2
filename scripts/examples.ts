// Updates the list of the example content, which an import replaces unless it was edited:
//
//   npm run examples
//
// Run it after a change to the example content or its settings.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digests, EXAMPLES } from '../packages/octavo-import/src/write/example-content.ts';
import { loadBlog } from '../packages/octavo/src/cli/load-blog.ts';

const { root, settings } = await loadBlog();

if (new URL(settings.url).hostname === 'octavo.example') {
  writeFileSync(join(root, EXAMPLES), `${JSON.stringify(digests(root), null, 2)}\n`);
} else {
  console.error('not the example blog; no example content to list');
  process.exitCode = 1;
}
