// Creates a blog with this repository's engine: npm run create -- ../my-blog
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packPackage } from './pack.ts';

const folder = fileURLToPath(new URL('../.cache/packed/', import.meta.url));
mkdirSync(folder, { recursive: true });
process.argv.push('--engine', await packPackage('octavo', folder));
await import('../packages/create-octavo/src/cli.ts');
