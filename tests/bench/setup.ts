// Prints what it takes to set up a blog: `npm start` in a new clone of this repository, and `npm create
// octavo` with a first build. The npm cache is empty, so that all packages are downloaded.
//
//   npm run bench:setup [-- --write]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { packAll } from '../../scripts/pack.ts';
import { repository } from '../docs.ts';
import { machine } from './machine.ts';
import { sizeOf } from './size-of.ts';
import { measuredRun } from './builds/measured-run.ts';
import { markdownTable } from './table.ts';
import { writeSection } from './write-section.ts';

const folder = mkdtempSync(join(tmpdir(), 'octavo-setup-'));
const rows: string[][] = [];

try {
  const clone = join(folder, 'clone');
  execFileSync('git', ['clone', '--quiet', repository, clone]);
  await measure(
    '`npm start` in a new clone, until the site is built',
    clone,
    'npm',
    'run',
    'build',
  );

  const tarballs = packAll(join(folder, 'packed'));
  const engine = tarballs.find((file) => /^octavo-\d/.test(basename(file)))!;
  const create = join(repository, 'packages/create-octavo/bin/create-octavo.mjs');
  const options = ['--yes', '--url', 'https://example.com/', '--engine', engine];
  await measure('`npm create octavo`', folder, process.execPath, create, 'blog', ...options);
  await measure('its first build', join(folder, 'blog'), 'npm', 'run', 'build');
} finally {
  rmSync(folder, { recursive: true });
}

const columns = ['', 'time', 'processor', 'downloaded', 'installed and built'];
const table = `Measured on ${machine()}.\n\n${markdownTable({ columns, rows })}`;
console.log(table);
if (process.argv.includes('--write'))
  await writeSection('docs/src/content/pages/explanation/speed.md', 'setup', table);

/** Runs a command in a folder, and adds its row. */
async function measure(name: string, where: string, program: string, ...args: string[]) {
  const cache = join(folder, `npm-cache-${rows.length}`);
  const environment = { npm_config_cache: cache };
  const before = sizeOf(folder);
  const { time, processor } = await measuredRun({ program, args, folder: where, environment });
  const downloaded = sizeOf(cache);
  const written = sizeOf(folder) - before - downloaded;
  rows.push([name, seconds(time), seconds(processor), megabytes(downloaded), megabytes(written)]);
}

function seconds(time: number | undefined): string {
  return time === undefined ? '' : `${time.toFixed(1)} s`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}
