import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import packageJson from '../../packages/octavo/package.json' with { type: 'json' };
import { post } from '../posts.ts';
import { environment, octavoBin, TestSite } from '../site.ts';

const FILES = {
  'posts/one.md': post({ title: 'One', date: '2024-01-02', tags: ['A'] }),
  'pages/about.md': '---\ntitle: About\n---\n\nAbout.\n',
};
const OVERRIDE = 'overrides/PostHeader.astro';
const HEADING = '<h1 class="p-name"';

/** A blog with an engine of its own, whose next release a fake npm installs. */
class UpgradedSite extends TestSite {
  readonly #engine: string;
  readonly #bin: string;

  constructor(name: string) {
    super(name, { files: FILES });
    this.#engine = `${this.folder}-engine`;
    this.#bin = `${this.folder}-bin`;
    for (const folder of [this.#engine, this.#bin])
      rmSync(folder, { recursive: true, force: true });
    cpSync(join(octavoBin, '../..'), this.#engine, { recursive: true });
    mkdirSync(join(this.folder, 'node_modules'));
    // Node strips no types below node_modules.
    symlinkSync(this.#engine, join(this.folder, 'node_modules/octavo'), 'junction');
    // Without a repository of its own it would be an ignored folder of this one.
    spawnSync('git', ['init', '--quiet'], { cwd: this.folder });
    // Without a lock file of its own it would have that of this repository.
    writeFileSync(join(this.folder, 'package-lock.json'), '{}');
  }

  /** Writes the release that the fake npm installs: an edit of a file of the engine. */
  release(path: string, before: string, after: string): void {
    mkdirSync(this.#bin, { recursive: true });
    const edits = [
      ['package.json', `"version": "${packageJson.version}"`, '"version": "9.0.0"'],
      [path, before, after],
    ];
    const npm = join(this.#bin, 'npm');
    writeFileSync(
      npm,
      `#!${process.execPath}
import { readFileSync, writeFileSync } from 'node:fs';
console.log('npm', ...process.argv.slice(2));
if (process.argv.includes('octavo@9.9.9')) process.exit(1);
for (const [path, before, after] of ${JSON.stringify(edits)}) {
  const file = ${JSON.stringify(this.#engine)} + '/' + path;
  writeFileSync(file, readFileSync(file, 'utf8').replace(before, after));
}
`,
    );
    chmodSync(npm, 0o755);
  }

  /** Calls a function of the engine of the blog, by its file in upgrade/. */
  call(module: string, name: string, ...args: unknown[]) {
    const call = `const { ${name} } = await import('octavo/internal/upgrade/${module}');
      try { await ${name}(${args.map((arg) => JSON.stringify(arg) ?? 'undefined').join()}); }
      catch (error) { console.error(error.message); process.exitCode = 1; }`;
    const PATH = [this.#bin, process.env['PATH']].join(delimiter);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '--eval', call],
      { cwd: this.folder, env: { ...environment(), PATH }, encoding: 'utf8' },
    );
    return { status, stdout, stderr };
  }

  override(): string {
    return readFileSync(join(this.folder, 'src', OVERRIDE), 'utf8');
  }
}

describe('an upgrade', () => {
  let site: UpgradedSite;

  beforeAll(() => {
    site = new UpgradedSite('upgrade');
    site.call('eject', 'eject', ['PostHeader']);
    site.edit(OVERRIDE, HEADING, '<h1 data-mine class="p-name"');
  });

  test('asks before it mixes with changes that no commit has', () => {
    const { status, stderr } = site.call('upgrade', 'upgrade', 'latest');
    expect([status, stderr]).toEqual([1, 'not a terminal; pass --yes to confirm\n']);
  });

  test('needs a tarball that exists', () => {
    const { status, stderr } = site.call('upgrade', 'upgrade', 'nowhere.tgz', { yes: true });
    expect([status, stderr]).toEqual([1, 'nowhere.tgz: no such file\n']);
  });

  test('merges the engine and the owner, and counts the pages that differ', () => {
    site.release('src/components/post/PostHeader.astro', '</header>', '<hr data-new /></header>');
    const { status, stdout } = site.call('upgrade', 'upgrade', undefined, { yes: true });
    expect(stdout).toContain('npm update octavo\n');
    expect(stdout).toContain(
      `octavo ${packageJson.version} → 9.0.0\nsrc/overrides/PostHeader.astro  merged\n`,
    );
    expect(stdout).toMatch(/\n1 of \d+ pages differ\n {2}posts\/one\/index\.html\n/);
    expect(status).toBe(0);
    expect(site.override()).toMatch(/^---\n\/\/ Ejected from octavo 9\.0\.0;/);
    expect(site.read('/posts/one/')).toMatch(
      /<h1 data-mine class="p-name">One<\/h1>[^]*<hr data-new/,
    );
  });

  describe('of a site that does not build, which takes less time', () => {
    beforeAll(() => site.edit('site.config.ts', '"title"', '"titel"'));

    test('that npm cannot install changes nothing', () => {
      const before = site.override();
      const { status, stderr } = site.call('upgrade', 'upgrade', '9.9.9', { yes: true });
      expect(stderr).toMatch(/\nnpm i octavo@9\.9\.9 failed, so nothing was upgraded\n$/);
      expect([status, site.override()]).toEqual([1, before]);
    });

    test('leaves conflicts to the owner, and goes on when they are resolved', () => {
      site.release('src/components/post/PostHeader.astro', HEADING, '<h1 id="t" class="p-name"');
      const first = site.call('upgrade', 'upgrade', undefined, { yes: true });
      const line = site.override().split('\n').indexOf('<<<<<<< yours') + 1;
      const place = `src/${OVERRIDE}:${line}`;
      expect(first.status).toBe(1);
      expect(first.stdout).toContain(`${place}  conflict\nResolve the conflicts`);
      const second = site.call('upgrade', 'upgrade', undefined, { yes: true });
      expect(second.stderr).toBe(`${place}  unresolved conflict; resolve it first\n`);
    });
  });
});
