import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { install, Packed, run } from '../packed.ts';
import { packedFixture } from '../packed-fixture.ts';
import type { TestSite } from '../site.ts';

let packed: Packed;
let blog: TestSite;
let next: string;

beforeAll(async () => {
  packed = new Packed();
  next = packed.nextVersion('9.0.0', 'post/PostHeader.astro', (source) =>
    source.replace('</header>', '  <span hidden data-version="2"></span>\n</header>'),
  );
  blog = packed.blog('blog', await packedFixture());
});
afterAll(() => rmSync(packed.folder, { recursive: true }));

beforeEach(() => {
  rmSync(join(blog.folder, 'src/overrides'), { recursive: true, force: true });
  blog.write(
    'site.config.ts',
    `${readFileSync(join(blog.folder, 'src/site.config.ts'), 'utf8')}\n`,
  );
  install(blog, packed.tarball('octavo'));
  rmSync(join(blog.folder, '.git'), { recursive: true, force: true });
  git('init', '--quiet');
  commit();
});

function git(...args: string[]): string {
  const author = ['-c', 'user.name=A', '-c', 'user.email=a@example.com'];
  return run('git', [...author, ...args], blog.folder);
}

function commit(): void {
  git('add', '--all');
  git('commit', '--quiet', '--message', 'All');
}

/** Returns the files that differ from the last commit, tarballs of the engine apart. */
function changed(): string[] {
  return git('status', '--porcelain')
    .split('\n')
    .map((line) => line.slice(3))
    .filter((path) => path !== '' && !/octavo-\d.*\.tgz$/.test(path));
}

/** Changes the heading in the owner's copy of PostHeader. */
function editCopy(): void {
  blog.edit('overrides/PostHeader.astro', '<h1 ', '<h1 data-mine ');
}

describe('octavo upgrade', () => {
  test('changes the version of the engine and nothing of the owner', async () => {
    const { status, stdout } = await blog.octavo('upgrade', next);
    expect({ status, changed: changed() }).toEqual({
      status: 0,
      changed: ['package-lock.json', 'package.json'],
    });
    // Every post has the component that changed.
    expect(stdout).toMatch(/\b4\b.*\bpages?\b/);
    await blog.mustBuild();
    expect(blog.read('/posts/math/')).toContain('data-version="2"');
  });

  test('merges what changed in an ejected component', async () => {
    expect(await blog.octavo('eject', 'PostHeader')).toMatchObject({ status: 0 });
    editCopy();
    commit();
    expect(await blog.octavo('upgrade', next)).toMatchObject({ status: 0 });
    const merged = readFileSync(join(blog.folder, 'src/overrides/PostHeader.astro'), 'utf8');
    expect(merged).toContain('data-version="2"');
    expect(merged).toContain('<h1 data-mine ');
    expect(changed().filter((path) => !path.startsWith('src/overrides/'))).toEqual([
      'package-lock.json',
      'package.json',
    ]);
  });
});

describe('an ejected component', () => {
  test('is in src/overrides/, with its original beside it', async () => {
    await blog.octavo('eject', 'PostHeader');
    for (const path of ['PostHeader.astro', '.base/PostHeader.astro'])
      expect(existsSync(join(blog.folder, 'src/overrides', path)), path).toBe(true);
    await blog.mustBuild();
  });

  test('is reported by check where the original has changed since', async () => {
    await blog.octavo('eject', 'PostHeader');
    editCopy();
    expect((await blog.check()).stdout).not.toContain('PostHeader');
    install(blog, next);
    const { status, stdout } = await blog.check();
    expect(status).toBe(0);
    expect(stdout).toMatch(/^src\/overrides\/PostHeader\.astro:\d+:\d+ {2}warning: /m);
  });
});
