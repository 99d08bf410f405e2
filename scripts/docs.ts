// Regenerates the tables of docs/ from the schemas of front matter and settings: npm run docs
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { withTables } from './reference.ts';

for (const path of globSync('docs/src/content/pages/**/*.md')) {
  writeFileSync(path, await withTables(readFileSync(path, 'utf8')));
}
