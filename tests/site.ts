import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { SiteConfig } from 'octavo/config';
import { runInProcess, type CommandResult } from './run-in-process.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
/** The files that a new blog has; those of this repository are its owner's. */
const template = join(repository, 'packages/create-octavo/template');
export const sitesFolder = join(repository, '.cache', 'sites');
export const octavoBin = join(repository, 'packages/octavo/bin/octavo.mjs');

/** What makes a site a site of its own: settings, and files by their path below `src/content/`. */
export interface Fixture {
  settings?: Partial<SiteConfig>;
  files: Record<string, string | Uint8Array>;
}

/** Where a site is, below a parent folder, and the CLI that it uses; by default this repository's. */
export interface Place {
  parent?: string;
  bin?: string;
  /** The path that it is served under; by default that of its `url`. */
  base?: string;
}

/** A blog that is built, with this repository's engine and the fixture's settings and content. */
export class BuiltSite {
  readonly folder: string;
  /** The path that it is served under. */
  readonly base: string;

  constructor(folder: string, base: string) {
    this.folder = folder;
    this.base = base;
  }

  /** Returns the same project in another folder, with nothing that was built or cached. */
  copy(name: string): TestSite {
    const other = new TestSite(name, { files: {} }, { base: this.base });
    rmSync(other.folder, { recursive: true });
    for (const part of ['src', ...PARTS])
      cpSync(join(this.folder, part), join(other.folder, part), { recursive: true });
    return other;
  }

  /** Returns a file of the built site; `/` and `/about/` are pages. */
  read(path: string): string {
    return readFileSync(join(this.folder, 'dist', path.replace(/\/$/, '/index.html')), 'utf8');
  }

  /** Returns the paths of all files of the built site, sorted, beginning with `/`. */
  files(pattern = '**/*'): string[] {
    const found = globSync(pattern, { cwd: join(this.folder, 'dist'), withFileTypes: true });
    return found
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(this.folder, 'dist').length))
      .sort();
  }

  /** Returns every file of the built site with its bytes. */
  snapshot(): Map<string, string> {
    const bytes = (path: string) =>
      readFileSync(join(this.folder, 'dist', path)).toString('base64');
    return new Map(this.files().map((path) => [path, bytes(path)]));
  }
}

/** A blog that a test writes, changes and builds. */
export class TestSite extends BuiltSite {
  /** The file of the CLI. */
  readonly bin: string;
  /** The moment that its commands take for the current time; that of the clock by default. */
  now?: string;
  /** The time zone of its builds; that of the machine by default. */
  timeZone?: string;

  constructor(
    name: string,
    { settings = {}, files }: Fixture,
    { parent = sitesFolder, bin = octavoBin, base }: Place = {},
  ) {
    const config: SiteConfig = { ...DEFAULTS, ...settings };
    super(join(parent, name), base ?? new URL(config.url.replace(/\/?$/, '/')).pathname);
    this.bin = resolve(this.folder, bin);
    rmSync(this.folder, { recursive: true, force: true });
    for (const part of PARTS)
      cpSync(join(template, part), join(this.folder, part), { recursive: true });
    this.write('site.config.ts', `export default ${JSON.stringify(config, null, 2)};\n${NO_KEYS}`);
    for (const [path, text] of Object.entries({ ...AUTHOR, ...files }))
      this.write(`content/${path}`, text);
  }

  /** Writes a file below `src/`. */
  write(path: string, text: string | Uint8Array): void {
    const file = join(this.folder, 'src', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Changes a text in a file below `src/`, which must be there. */
  edit(path: string, before: string | RegExp, after: string): void {
    const file = join(this.folder, 'src', path);
    const source = readFileSync(file, 'utf8');
    const found = typeof before === 'string' ? source.includes(before) : before.test(source);
    if (!found) throw new Error(`${path} has no ${before}`);
    writeFileSync(file, source.replace(before, after));
  }

  /** Removes all that one build caches for the next. */
  removeCaches(): void {
    for (const cache of ['.cache', '.astro'])
      rmSync(join(this.folder, cache), { recursive: true, force: true });
  }

  /** Removes a file below `src/`. */
  remove(path: string): void {
    rmSync(join(this.folder, 'src', path), { recursive: true });
  }

  /** Runs `octavo` with a command and its options in a process of its own. */
  octavo(...args: string[]): Promise<CommandResult> {
    const env = environment();
    if (this.timeZone !== undefined) env['TZ'] = this.timeZone;
    return run([this.bin, ...this.#timed(args)], this.folder, env);
  }

  /** As `octavo`, in the process of other sites unless that has loaded other code of this one. */
  #run(...args: string[]): Promise<CommandResult> {
    const { folder, bin, timeZone } = this;
    const code = this.#code();
    if (bin !== octavoBin || (LOADED.get(folder) ?? code) !== code) return this.octavo(...args);
    LOADED.set(folder, code);
    return runInProcess({ folder, args: this.#timed(args), timeZone }, environment());
  }

  /** Builds; the first time in the process of other sites, since later builds load another bundle. */
  build(...options: string[]): Promise<CommandResult> {
    if (BUILT.has(this.folder)) return this.octavo('build', ...options);
    BUILT.add(this.folder);
    return this.#run('build', ...options);
  }

  check(...options: string[]): Promise<CommandResult> {
    return this.#run('check', ...options);
  }

  permalinks(): Promise<CommandResult> {
    return this.#run('permalinks');
  }

  changed(...options: string[]): Promise<CommandResult> {
    return this.#run('changed', ...options);
  }

  schemas(...options: string[]): Promise<CommandResult> {
    return this.#run('schemas', ...options);
  }

  /** Returns a digest of the code of the site, which a process loads once. */
  #code(): string {
    const { folder } = this;
    const paths = globSync('{src/**,*.{mjs,json}}', { cwd: folder, exclude: ['src/content/**'] });
    const files = paths.map((path) => join(folder, path)).filter((path) => statSync(path).isFile());
    const sources = files.sort().map((path) => [path, readFileSync(path, 'latin1')]);
    return hash('sha256', JSON.stringify(sources));
  }

  #timed(args: string[]): string[] {
    return this.now !== undefined && TIMED.includes(args[0]!) ? [...args, '--now', this.now] : args;
  }

  /** Builds, and throws what the build printed where it failed. */
  async mustBuild(...args: string[]): Promise<this> {
    const { status, stdout, stderr } = await this.build(...args);
    if (status !== 0) throw new Error(`the build failed:\n${stdout}${stderr}`);
    return this;
  }
}

/** Returns the paths of the files that two sites do not have in common. */
export function different(one: Map<string, string>, other: Map<string, string>): string[] {
  const paths = new Set([...one.keys(), ...other.keys()]);
  return [...paths].filter((path) => one.get(path) !== other.get(path));
}

/** Returns the example blog of this repository, whatever its owner made of it. */
export function exampleSite(name: string): Promise<TestSite> {
  return siteFrom(repository, name);
}

/** Returns a blog with much of what posts can hold: the example blog as it was when it was copied. */
export function fixtureBlog(name: string): Promise<TestSite> {
  return siteFrom(join(repository, 'tests/fixtures/blog'), name);
}

/** Returns a blog with the settings, content and `public/` of another one, in a folder of its own. */
async function siteFrom(blog: string, name: string): Promise<TestSite> {
  const settingsFile = pathToFileURL(join(blog, 'src/site.config.ts')).href;
  const { default: settings } = (await import(settingsFile)) as { default: SiteConfig };
  const site = new TestSite(name, { settings, files: {} });
  const parts = ['src/content', 'src/site.config.ts', 'public'];
  for (const part of parts.filter((path) => existsSync(join(blog, path)))) {
    rmSync(join(site.folder, part), { recursive: true });
    cpSync(join(blog, part), join(site.folder, part), { recursive: true });
  }
  return site;
}

/**
 * Returns the environment of a command: the test runner's, NODE_ENV, DEV and all, since a build
 * must not care; compiled modules in common and a larger young generation halve its CPU time.
 */
export function environment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS = '', ...inherited } = process.env;
  return {
    ...inherited,
    NODE_OPTIONS: `${NODE_OPTIONS} --max-semi-space-size=32`.trim(),
    NODE_COMPILE_CACHE: join(repository, '.cache/compiled'),
  };
}

/** The code of the sites that the process of commands has loaded, by folder. */
const LOADED = new Map<string, string>();
/** The folders of the sites that it has built. */
const BUILT = new Set<string>();

/** The commands with the option `--now`. */
const TIMED = ['build', 'check', 'permalinks', 'dev'];

/** What every blog has, beside its content and settings. */
const PARTS = ['public', 'astro.config.mjs', 'tsconfig.json', 'src/content.config.ts'];

/** No front matter keys beside the engine's. */
const NO_KEYS = 'export const frontMatter = { posts: {}, pages: {}, authors: {} };\n';

const DEFAULTS: SiteConfig = {
  title: 'Test',
  description: 'A site for tests.',
  url: 'https://example.com/',
  author: 'someone',
};

const AUTHOR = { 'authors/someone.md': '---\nname: Someone\n---\n\nWrites tests.\n' };

function run(args: string[], cwd: string, env: NodeJS.ProcessEnv): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}
