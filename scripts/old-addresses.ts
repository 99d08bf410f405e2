// Writes the list of the URLs that an installed generator makes of a fixture of the import. A test
// checks each of them in the new site:
//
//   npm run old-addresses -- hugo
//   npm run old-addresses -- jekyll
//   npm run old-addresses -- astro
//
// Run it after a change to the fixture. On Debian, Jekyll and its plugins are the packages jekyll and
// ruby-jekyll-archives, -feed, -paginate, -redirect-from and -sitemap.
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { findProjectRoot } from '../packages/octavo/src/terminal/project-root.ts';

interface Generator {
  version: string[];
  build: string[];
  /** The folder that it writes to. */
  output: string;
}

const GENERATORS: Record<string, Generator> = {
  hugo: { version: ['version'], build: ['--quiet'], output: 'public' },
  jekyll: { version: ['--version'], build: ['build', '--quiet'], output: '_site' },
  astro: { version: ['--version'], build: ['build', '--silent'], output: 'dist' },
};

const [name = 'hugo'] = process.argv.slice(2);
const generator = GENERATORS[name];
if (!generator) throw new Error(`unknown generator ${name}; use hugo, jekyll or astro`);
const { version, build, output } = generator;
const root = findProjectRoot(import.meta.dirname);
// Astro looks for its packages above the project.
mkdirSync(join(root, '.cache'), { recursive: true });
const copy = mkdtempSync(join(root, '.cache/old-'));
cpSync(join(root, 'tests/fixtures', name), copy, { recursive: true });
const [number = ''] = /v?[\d.]+/.exec(run(version)) ?? [];
run(build);
const folder = join(copy, output);
const addresses = globSync('**/*', { cwd: folder, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
  .map((file) => file.replaceAll(sep, '/').replace(/\/index\.html$/, '/'))
  .sort();
const title = `# ${name.charAt(0).toUpperCase()}${name.slice(1)} ${number}`;
const list = join(root, `tests/fixtures/${name}-addresses.txt`);
writeFileSync(list, [title, ...addresses, ''].join('\n'));
rmSync(copy, { recursive: true });

function run(args: readonly string[]): string {
  return execFileSync(name, args, { cwd: copy, encoding: 'utf8' });
}
