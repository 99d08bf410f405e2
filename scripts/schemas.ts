// Writes the JSON schemas of front matter, for editors, from packages/octavo/src/content/schema.ts:
//
//   npm run schemas
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { frontMatterSchemas } from './front-matter-schemas.ts';
import { loadBlog } from '../packages/octavo/src/cli/load-blog.ts';

const { root, extensions } = await loadBlog();

for (const [path, schema] of Object.entries(frontMatterSchemas(extensions.frontMatter))) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), schema);
}
