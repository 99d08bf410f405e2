import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Packed } from '../packed.ts';
import { packedFixture, plainFixture } from '../packed-fixture.ts';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';

let packed: Packed;
let blog: TestSite;

beforeAll(async () => {
  packed = new Packed();
  blog = packed.linkedBlog('blog', await packedFixture());
});
afterAll(() => rmSync(packed.folder, { recursive: true }));

describe.each(['octavo', 'octavo-import', 'octavo-social', 'create-octavo'])(
  'the package %s',
  (name) => {
    interface Manifest {
      exports?: Record<string, string | Record<string, string>>;
      bin: Record<string, string>;
      dependencies?: Record<string, string>;
      peerDependencies?: Record<string, string>;
    }
    let folder: string;
    let manifest: Manifest;

    beforeAll(() => {
      folder = packed.unpacked(name);
      manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
    });

    test('has every file that it exports', () => {
      const exported = Object.values(manifest.exports ?? {}).flatMap((path) =>
        typeof path === 'string' ? path : Object.values(path),
      );
      const files = [...exported, ...Object.values(manifest.bin)];
      const missing = files.filter((path) => globSync(path, { cwd: folder }).length === 0);
      expect(missing).toEqual([]);
    });

    test('has no TypeScript to strip, and no import of it', () => {
      const sources = globSync('src/**/*', { cwd: folder });
      expect(sources.filter((path) => /(?<!\.d)\.ts$/.test(path))).toEqual([]);
      const relative = importsIn(folder).filter(([, name]) => name.startsWith('.'));
      const missing = relative.filter(([file, name]) => !isThere(join(folder, file, '..', name)));
      expect(missing).toEqual([]);
    });

    test('depends on every package that it imports, by exact version', () => {
      const { dependencies = {}, peerDependencies = {} } = manifest;
      const named = { ...dependencies, ...peerDependencies };
      const used = importsIn(folder)
        .filter(([file, name]) => /^[@a-z]/.test(name) && !file.endsWith('.d.ts'))
        .map(([, name]) => name)
        .filter((name) => !isBuiltin(name) && !/^(?:astro|virtual):/.test(name));
      const packages = used.map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)![0]);
      expect([...new Set(packages)].filter((used) => !(used in named) && used !== name)).toEqual(
        [],
      );
      for (const version of Object.values(dependencies))
        expect(version).toMatch(/^\d+\.\d+\.\d+(?:-rc\.\d+)?$/);
    });
  },
);

describe('a blog with the packed engine', () => {
  test('passes the check', async () => {
    const { status, stdout } = await blog.check();
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringContaining('Checked 6 files'),
    });
  });

  test('is built with the same bytes as with the engine of the workspace', async () => {
    const workspace = new TestSite('packed-workspace', await packedFixture());
    await Promise.all([blog.mustBuild(), workspace.mustBuild()]);
    const [built, expected] = [blog.snapshot(), workspace.snapshot()];
    expect([...built.keys()]).toEqual([...expected.keys()]);
    const different = [...expected].filter(([path, bytes]) => built.get(path) !== bytes);
    expect(different.map(([path]) => path)).toEqual([]);
  });

  test('replaces a component by one in src/overrides/', async () => {
    blog.write(
      'overrides/PostMeta.astro',
      [
        "---\nimport PostMeta from 'octavo/components/post/PostMeta.astro';\n---\n",
        '<div class="mine"><PostMeta {...Astro.props}><slot /></PostMeta></div>\n',
      ].join('\n'),
    );
    await blog.mustBuild();
    blog.remove('overrides');
    expect(blog.read('/posts/math/')).toMatch(/<div class="mine"[^>]*>\s*<p class="soft"/);
  });

  test('is not built with an error in a post, which is reported by line and column', async () => {
    blog.write('content/posts/wrong.md', post({ date: '2024-02-30' }));
    const { status, stderr } = await blog.build();
    blog.remove('content/posts/wrong.md');
    expect(status).toBe(1);
    expect(stderr).toContain('src/content/posts/wrong.md:3:1  date: 2024-02-30 does not exist');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('starts from the bundle that the engine carries', async () => {
    const plain = packed.linkedBlog('plain', { files: { 'posts/a.md': post({ title: 'A' }) } });
    const { stdout } = await plain.build('--profile');
    expect(stdout).toMatch(/bundle +copied from the package/);
  });

  test('loads no package that it does not need', async () => {
    const unused = ['@orama/stemmers', 'temml', 'svgdom'];
    const fixture = { ...(await plainFixture()), settings: { search: false } };
    const small = packed.linkedBlog('small', fixture, unused);
    await small.mustBuild();
    expect(small.files()).toContain('/posts/bundle/index.html');
    expect((await small.check()).status).toBe(0);
  });
});

/** Returns the static and dynamic imports of a package's files, each with the file. */
function importsIn(folder: string): [file: string, name: string][] {
  const files = globSync('src/**/*.{js,astro,d.ts}', { cwd: folder });
  return files.flatMap((file): [string, string][] => {
    const source = readFileSync(join(folder, file), 'utf8');
    return [...source.matchAll(IMPORT)].map(([, name = '']) => [file, name]);
  });
}

const IMPORT =
  /(?:^(?:import|export)\s(?:[^'";`]*\sfrom\s)?|^\} from |\bimport\()['"]([^'"\n]+)['"]/gm;

/** True for a file that is there; a declaration stands for its JavaScript. */
function isThere(path: string): boolean {
  return existsSync(path.replace(/\?.*/, ''));
}
