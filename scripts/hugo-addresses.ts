// Writes the list of the URLs that Hugo generates for the fixture of the import. A test checks each of
// them in the new site:
//
//   npm run hugo-addresses
//
// Needs an installed hugo; run it after a change to tests/fixtures/hugo/.
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { findProjectRoot } from '../packages/octavo/src/terminal/project-root.ts';

const root = findProjectRoot(import.meta.dirname);

const [folder, list] = ['tests/fixtures/hugo', 'tests/fixtures/hugo-addresses.txt'];
const copy = mkdtempSync(join(tmpdir(), 'octavo-hugo-'));
cpSync(join(root, folder), copy, { recursive: true });
const [version = ''] = /v[\d.]+/.exec(run('version')) ?? [];
run('--quiet');
const files = globSync('**/*', { cwd: join(copy, 'public'), withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(join(copy, 'public').length));
const addresses = files
  .map((file) => file.replaceAll(sep, '/').replace(/\/index\.html$/, '/'))
  .sort();
writeFileSync(join(root, list), [`# Hugo ${version}`, ...addresses, ''].join('\n'));
rmSync(copy, { recursive: true });

function run(...args: string[]): string {
  return execFileSync('hugo', args, { cwd: copy, encoding: 'utf8' });
}
