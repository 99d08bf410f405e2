import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { install, Packed, run } from '../packed.ts';
import { packedFixture } from '../packed-fixture.ts';
import { TestSite } from '../site.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const PNPM = '12.21.0';

let packed: Packed;
let expected: Map<string, string>;

beforeAll(async () => {
  packed = new Packed();
  const workspace = await new TestSite('install-workspace', await packedFixture()).mustBuild();
  expected = workspace.snapshot();
});
afterAll(() => rmSync(packed.folder, { recursive: true }));

/** Checks and builds a blog; returns the files that differ from those of this repository's engine. */
async function differences(blog: TestSite): Promise<string[]> {
  expect(await blog.check()).toMatchObject({ status: 0 });
  await blog.mustBuild();
  const built = blog.snapshot();
  const paths = new Set([...built.keys(), ...expected.keys()]);
  return [...paths].filter((path) => built.get(path) !== expected.get(path));
}

describe('a blog has the same bytes', () => {
  test('installed by npm', async () => {
    const blog = packed.blog('npm', await packedFixture());
    install(blog);
    expect(await differences(blog)).toEqual([]);
  });

  test('installed by pnpm, which lets a package see its own dependencies only', async () => {
    const blog = packed.blog('pnpm', await packedFixture());
    const pnpm = join(packed.folder, 'pnpm-itself');
    mkdirSync(pnpm);
    run('npm', ['install', '--prefix', pnpm, `pnpm@${PNPM}`], packed.folder);
    // As in a created blog: Astro is a dependency of the engine alone.
    const template = join(repository, 'packages/create-octavo/template');
    for (const file of ['astro.config.mjs', 'tsconfig.json'])
      cpSync(join(template, file), join(blog.folder, file));
    run(join(pnpm, 'node_modules/.bin/pnpm'), ['install', '--ignore-scripts'], blog.folder);
    expect(await differences(blog)).toEqual([]);
  });

  test('beside other versions of packages that the engine uses', async () => {
    const others = { zod: '3.25.76', yaml: '1.10.2', shiki: '1.29.2' };
    const blog = packed.blog('conflicts', await packedFixture(), others);
    install(blog);
    // Beside yaml 1 npm gives Astro the newest Vite, which bundles the script of the search.
    const files = await differences(blog);
    expect(files.filter((path) => path !== '/search/index.html')).toEqual([]);
  });
});
