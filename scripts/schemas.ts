// Writes the JSON schemas of front matter, for editors, from packages/octavo/src/blog/schema.ts:
//
//   npm run schemas
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { frontMatterSchemas } from '../packages/octavo/src/cli/json-schema.ts';
import { projectRoot } from '../packages/octavo/src/settings/project-root.ts';

for (const [path, schema] of Object.entries(frontMatterSchemas())) {
  mkdirSync(dirname(join(projectRoot, path)), { recursive: true });
  writeFileSync(join(projectRoot, path), schema);
}
