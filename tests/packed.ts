import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packAll, packFolder } from '../scripts/pack.ts';
import { TestSite, type Fixture } from './site.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const BIN = 'node_modules/octavo/bin/octavo.mjs';

/** The packages as tarballs in a folder of their own, where blogs can be made that use them. */
export class Packed {
  readonly folder: string;
  readonly tarballs: string[];

  /** Packs into a new folder, outside of this repository unless `parent` says where. */
  constructor(parent = tmpdir()) {
    this.folder = mkdtempSync(join(parent, 'octavo-packed-'));
    this.tarballs = packAll(this.folder);
  }

  /** Returns the path of the tarball of a package. */
  tarball(name: string): string {
    return this.tarballs.find((path) => basename(path).replace(/-\d.*/, '') === name)!;
  }

  /** Returns the folder of a package that was unpacked. */
  unpacked(name: string): string {
    const folder = join(this.folder, 'unpacked', name);
    mkdirSync(folder, { recursive: true });
    run('tar', ['-xzf', this.tarball(name), '-C', folder], this.folder);
    return join(folder, 'package');
  }

  /** Packs the engine again as another version, with a change of a component. */
  nextVersion(version: string, component: string, change: (source: string) => string): string {
    const folder = this.unpacked('octavo');
    edit(join(folder, 'package.json'), (source) =>
      JSON.stringify({ ...(JSON.parse(source) as object), version }, null, 2),
    );
    edit(join(folder, 'src/components', component), change);
    return packFolder(folder, this.folder);
  }

  /**
   * Returns a blog whose engine is the unpacked tarball; its other packages are those of this
   * repository, except for some that throw when they are loaded.
   */
  linkedBlog(name: string, fixture: Fixture, throwing: readonly string[] = []): TestSite {
    const blog = this.blog(name, fixture);
    const modules = join(blog.folder, 'node_modules');
    mkdirSync(modules);
    for (const entry of readdirSync(join(repository, 'node_modules')))
      if (!OWN.has(entry) && !throwing.some((name) => name.split('/')[0] === entry))
        symlinkSync(join(repository, 'node_modules', entry), join(modules, entry));
    for (const entry of throwing) {
      mkdirSync(join(modules, entry), { recursive: true });
      writeFileSync(
        join(modules, entry, 'package.json'),
        '{ "version": "0.0.0", "type": "module" }',
      );
      writeFileSync(join(modules, entry, 'index.js'), `throw new Error('${entry} is loaded');`);
    }
    cpSync(this.unpacked('octavo'), join(modules, 'octavo'), { recursive: true });
    // What npm could not hoist, because another package needs another version.
    const nested = join(repository, 'packages/octavo/node_modules');
    if (existsSync(nested)) symlinkSync(nested, join(modules, 'octavo/node_modules'));
    return blog;
  }

  /** Returns a blog with a package.json that names the tarball; nothing is installed. */
  blog(name: string, fixture: Fixture, dependencies: Record<string, string> = {}): TestSite {
    const blog = new TestSite(name, fixture, { parent: this.folder, bin: BIN });
    const manifest = {
      ...{ name, private: true, type: 'module' },
      dependencies: { octavo: `file:${this.tarball('octavo')}`, ...dependencies },
      allowScripts: { esbuild: true },
    };
    writeFileSync(join(blog.folder, 'package.json'), JSON.stringify(manifest, null, 2));
    writeFileSync(join(blog.folder, 'tsconfig.json'), JSON.stringify(TSCONFIG, null, 2));
    writeFileSync(join(blog.folder, '.gitignore'), 'node_modules/\ndist/\n.astro/\n.cache/\n');
    return blog;
  }
}

/** Runs a command in a folder and returns its output; throws all of it where it fails. */
export function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}${error ?? ''}`);
  return stdout;
}

/** Installs what a blog's package.json names, from the npm registry. */
export function install(blog: TestSite, ...more: string[]): void {
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline'];
  run('npm', ['install', ...quiet, ...more], blog.folder);
}

function edit(file: string, change: (source: string) => string): void {
  const source = readFileSync(file, 'utf8');
  const changed = change(source);
  if (changed === source) throw new Error(`${file} did not change`);
  writeFileSync(file, changed);
}

/** The packages of this repository, and what belongs to its installation. */
const OWN = new Set([
  ...['octavo', 'octavo-import', 'octavo-social', 'create-octavo'],
  ...['.package-lock.json', '.cache'],
]);

const TSCONFIG = {
  extends: 'astro/tsconfigs/strict',
  include: ['.astro/types.d.ts', 'src/**/*', '*.mjs'],
  exclude: ['dist'],
};
