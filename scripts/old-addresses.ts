// Writes the list of the URLs that an installed generator makes of a fixture of the import. A test
// checks each of them in the new site:
//
//   npm run old-addresses -- hugo
//   npm run old-addresses -- jekyll
//   npm run old-addresses -- astro
//   npm run old-addresses -- hexo
//   npm run old-addresses -- eleventy
//
// Run it after a change to the fixture. Hexo and Eleventy are installed for it from npm. On Debian, Jekyll and its plugins are the packages jekyll and
// ruby-jekyll-archives, -feed, -paginate, -redirect-from and -sitemap.
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { findProjectRoot } from '../packages/octavo/src/terminal/project-root.ts';

interface Generator {
  version: string[];
  build: string[];
  /** The folder that it writes to. */
  output: string;
  /** True if the package.json of the fixture has the generator. */
  isInstalled?: boolean;
}

const GENERATORS: Record<string, Generator> = {
  hugo: { version: ['version'], build: ['--quiet'], output: 'public' },
  jekyll: { version: ['--version'], build: ['build', '--quiet'], output: '_site' },
  astro: { version: ['--version'], build: ['build', '--silent'], output: 'dist' },
  hexo: {
    version: ['version'],
    build: ['generate', '--silent'],
    output: 'public',
    isInstalled: true,
  },
  eleventy: { version: ['--version'], build: ['--quiet'], output: '_site', isInstalled: true },
};

const [name = 'hugo'] = process.argv.slice(2);
const generator = GENERATORS[name];
if (!generator)
  throw new Error(`unknown generator ${name}; use ${Object.keys(GENERATORS).join(', ')}`);
const { version, build, output, isInstalled = false } = generator;
const root = findProjectRoot(import.meta.dirname);
// Astro looks for its packages above the project; what is installed must not.
mkdirSync(join(root, '.cache'), { recursive: true });
const copy = mkdtempSync(isInstalled ? join(tmpdir(), 'old-') : join(root, '.cache/old-'));
cpSync(join(root, 'tests/fixtures', name), copy, { recursive: true });
if (isInstalled) execFileSync('npm', ['install', '--silent', '--no-package-lock'], { cwd: copy });
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
  const own = join(copy, 'node_modules/.bin', name);
  return execFileSync(isInstalled ? own : name, args, { cwd: copy, encoding: 'utf8' });
}
