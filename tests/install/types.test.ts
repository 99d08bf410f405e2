import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { install, Packed } from '../packed.ts';
import { packedFixture } from '../packed-fixture.ts';
import type { TestSite } from '../site.ts';

let packed: Packed;
let blog: TestSite;

beforeAll(async () => {
  packed = new Packed();
  blog = packed.blog('blog', await packedFixture(), versions('@astrojs/check', 'typescript'));
  install(blog);
  blog.write(
    'overrides/PostMeta.astro',
    `---
import type { ComponentProps } from 'astro/types';
import PostMeta from 'octavo/components/post/PostMeta.astro';

type Props = ComponentProps<typeof PostMeta>;
---

<PostMeta {...Astro.props}><slot /></PostMeta>
`,
  );
});
afterAll(() => rmSync(packed.folder, { recursive: true }));

/** Returns the versions of packages that this repository has. */
function versions(...names: string[]): Record<string, string> {
  const file = fileURLToPath(new URL('../../package.json', import.meta.url));
  const { devDependencies } = JSON.parse(readFileSync(file, 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  return Object.fromEntries(names.map((name) => [name, devDependencies[name]!]));
}

function astroCheck() {
  const cli = join(blog.folder, 'node_modules/astro/bin/astro.mjs');
  const { status, stdout } = spawnSync(process.execPath, [cli, 'check'], {
    cwd: blog.folder,
    encoding: 'utf8',
  });
  return { status, stdout: stripVTControlCharacters(stdout) };
}

describe('astro check', () => {
  test('finds nothing in a blog and its engine', () => {
    const { status, stdout } = astroCheck();
    expect(stdout).toMatch(/- 0 errors\n- 0 warnings\n- 0 hints/);
    expect(status).toBe(0);
  });

  test('finds an error in the type of a prop', () => {
    blog.edit('overrides/PostMeta.astro', '{...Astro.props}', 'post={1}');
    const { status, stdout } = astroCheck();
    blog.edit('overrides/PostMeta.astro', 'post={1}', '{...Astro.props}');
    expect(status).toBe(1);
    expect(stdout).toMatch(/src\/overrides\/PostMeta\.astro:8:11 .*'number' is not assignable/);
  });

  test('finds a key of front matter that the schema does not have', () => {
    blog.write(
      'pages/titles.astro',
      `---
import { getCollection } from 'astro:content';

const posts = await getCollection('posts');
---

<ul>{posts.map(({ data }) => <li>{data.titel}</li>)}</ul>
`,
    );
    const { status, stdout } = astroCheck();
    blog.remove('pages');
    expect(status).toBe(1);
    expect(stdout).toMatch(/src\/pages\/titles\.astro:7:\d+ .*'titel' does not exist/);
  });
});
