// Packs packages/* as they are published, each into a tarball: npm run pack -- FOLDER
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeBundle } from './bundle.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const packages = join(repository, 'packages');

/** Matches relative paths in a `.js` file that tsc does not rewrite. */
const OF_FILES = /(\b(?:new URL|import\.meta\.resolve)\('\.{1,2}\/[^'\n]*)\.ts(')/g;
/** Matches relative paths in an `.astro` or `.d.ts` file. */
const OF_IMPORTS = /(\b(?:from |import ?\(?)['"]\.{1,2}\/[^'"\n]*)\.ts(['"])/g;

if (import.meta.main)
  for (const tarball of packAll(resolve(process.argv[2] ?? '.'))) console.log(tarball);

/**
 * Packs all packages into a folder and returns the paths of the tarballs. Node strips no types
 * below node_modules, so a package has JavaScript with declarations in place of TypeScript.
 */
export function packAll(folder: string): string[] {
  mkdirSync(join(repository, '.cache'), { recursive: true });
  const staging = mkdtempSync(join(repository, '.cache/pack-'));
  try {
    compile(staging);
    mkdirSync(folder, { recursive: true });
    return readdirSync(packages)
      .filter((name) => existsSync(join(packages, name, 'package.json')))
      .map((name) => {
        const staged = join(staging, 'packages', name);
        stage(join(packages, name), staged);
        if (name === 'octavo') addBundle(staged, staging);
        return packFolder(staged, folder);
      });
  } finally {
    rmSync(staging, { recursive: true });
  }
}

/** Packs a folder that has a package.json into another one and returns the path of the tarball. */
export function packFolder(source: string, folder: string): string {
  const output = run('npm', ['pack', source, '--pack-destination', folder, '--json']);
  const [packed] = JSON.parse(output.slice(output.indexOf('['))) as { filename: string }[];
  return join(folder, packed!.filename);
}

/** Writes the JavaScript and the declarations of each `packages/NAME/src`, below the same path. */
function compile(staging: string): void {
  // The declarations of the collections, which `astro:content` refers to.
  if (!existsSync(join(repository, '.astro/types.d.ts'))) run('astro', ['sync', '--silent']);
  run('tsc', ['-p', join(packages, 'tsconfig.pack.json'), '--outDir', staging]);
}

/** Adds to a compiled package the files that are not compiled, and its package.json. */
function stage(source: string, staged: string): void {
  const manifest = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as Manifest;
  for (const file of manifest.files.filter((path) => path !== 'dist'))
    cpSync(join(source, file), join(staged, file), {
      recursive: true,
      filter: (path) => !isCompiled(path.slice(source.length + 1)),
    });
  // npm leaves it out; create-octavo renames it back.
  for (const file of globSync('template/.gitignore', { cwd: staged }))
    renameSync(join(staged, file), join(staged, 'template/gitignore'));
  cpSync(join(repository, 'LICENSE'), join(staged, 'LICENSE'));
  cpSync(join(source, 'README.md'), join(staged, 'README.md'));
  for (const file of globSync('src/**/*.{astro,d.ts,js}', { cwd: staged }))
    rewrite(join(staged, file));
  writeFileSync(join(staged, 'package.json'), JSON.stringify(publishedManifest(manifest), null, 2));
}

/** Adds the bundle to the staged engine. */
function addBundle(staged: string, staging: string): void {
  const modules = join(staged, 'node_modules');
  // What npm could not hoist, because another package needs another version.
  const nested = join(packages, 'octavo/node_modules');
  if (existsSync(nested)) symlinkSync(nested, modules, 'junction');
  makeBundle(staged, join(staging, 'starter'));
  rmSync(modules, { force: true });
}

function isCompiled(path: string): boolean {
  return path.startsWith('src') && path.endsWith('.ts') && !path.endsWith('.d.ts');
}

/** Rewrites the relative `.ts` paths that tsc leaves: it rewrites imports of JavaScript only. */
function rewrite(file: string): void {
  const paths = file.endsWith('.js') ? OF_FILES : OF_IMPORTS;
  writeFileSync(file, readFileSync(file, 'utf8').replace(paths, '$1.js$2'));
}

interface Manifest {
  files: string[];
  exports?: Record<string, string>;
  imports?: Record<string, string>;
}

/** Returns a package.json that names the compiled files. */
function publishedManifest(manifest: Manifest): object {
  const { exports, imports } = manifest;
  return {
    ...manifest,
    ...(exports && { exports: compiledPaths(exports) }),
    ...(imports && { imports: compiledPaths(imports) }),
    devDependencies: undefined,
  };
}

function compiledPaths(paths: Record<string, string>): object {
  const entries = Object.entries(paths).map(([name, path]) => {
    if (!path.endsWith('.ts')) return [name, path] as const;
    const bare = path.slice(0, -'.ts'.length);
    return [name, { types: `${bare}.d.ts`, default: `${bare}.js` }] as const;
  });
  return Object.fromEntries(entries);
}

/** Runs a command in the repository and returns its output; throws an error with the output if it fails. */
function run(command: string, args: string[]): string {
  const windows = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: repository,
    encoding: 'utf8',
    shell: windows,
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}
