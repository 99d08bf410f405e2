// Creates a blog with this repository's engine: npm run create -- ../my-blog
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packAll } from './pack.ts';

const tarballs = packAll(fileURLToPath(new URL('../.cache/packed/', import.meta.url)));
process.argv.push(
  '--engine',
  tarballs.find((file) => /^octavo-\d/.test(basename(file)))!,
);
await import('../packages/create-octavo/src/cli.ts');
