import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DevServer } from '../dev-server.ts';
import { install, Packed, run } from '../packed.ts';
import { packedFixture } from '../packed-fixture.ts';
import { post } from '../posts.ts';
import type { TestSite } from '../site.ts';

/** In KiB, on Linux x64. */
const MOST = 230_400;

let packed: Packed;
let blog: TestSite;

beforeAll(async () => {
  packed = new Packed();
  blog = packed.blog('blog', await packedFixture());
  install(blog);
});
afterAll(() => rmSync(packed.folder, { recursive: true }));

describe('an installed blog', () => {
  test.runIf(process.platform === 'linux' && process.arch === 'x64')('is small', () => {
    const size = run('du', ['-sk', 'node_modules'], blog.folder);
    expect(Number.parseInt(size, 10)).toBeLessThanOrEqual(MOST);
  });

  test('is checked and built', async () => {
    expect((await blog.check()).status).toBe(0);
    await blog.mustBuild();
    expect(blog.files()).toContain('/posts/bundle/index.html');
  });

  test.each(['dev', 'preview'])('is served by %s', async (command) => {
    const server = await DevServer.start(blog, command);
    try {
      const response = await fetch(server.url('/posts/bundle/'));
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('A bundle');
    } finally {
      await server.stop();
    }
  });

  test('reports an error in a post by line and column, and keeps the last site', async () => {
    blog.write('content/posts/wrong.md', post({ date: '2024-02-30' }));
    const results = [await blog.check(), await blog.build()];
    blog.remove('content/posts/wrong.md');
    for (const { status, stdout, stderr } of results) {
      expect(status).toBe(1);
      expect(stdout + stderr).toContain('src/content/posts/wrong.md:3:1  date: 2024-02-30');
      expect(stdout + stderr).not.toMatch(/^\s+at /m);
    }
    expect(blog.files()).toContain('/posts/bundle/index.html');
  });
});

describe('a blog is extended by', () => {
  const settings = () => join(blog.folder, 'src/site.config.ts');
  const astroConfig = () => join(blog.folder, 'astro.config.mjs');
  const before = new Map<string, string>();
  beforeEach(() => {
    for (const file of [settings(), astroConfig()]) before.set(file, readFileSync(file, 'utf8'));
  });
  afterEach(() => {
    for (const [file, source] of before) writeFileSync(file, source);
    for (const folder of ['pages', 'overrides', 'slots', 'content/posts/own.md'])
      rmSync(join(blog.folder, 'src', folder), { recursive: true, force: true });
  });

  /** Adds named exports to src/site.config.ts. */
  const addToSettings = (code: string) => {
    const imports = "import { defineHastPlugin, defineMdastPlugin, z } from 'octavo/config';\n";
    writeFileSync(settings(), `${imports}${before.get(settings())}${code}`);
  };

  test('a page in src/pages/, which is in the sitemap and can be linked to', async () => {
    blog.write('content/posts/own.md', post({ title: 'Own' }, '[Talks](/talks/)'));
    blog.write(
      'pages/talks.astro',
      `---
import Document from 'octavo/layouts/Document.astro';
---

<Document title="Talks" description="Talks" path="/talks/"><h1>Talks of mine</h1></Document>
`,
    );
    expect(await blog.check()).toMatchObject({ status: 0 });
    await blog.mustBuild();
    expect(blog.read('/talks/')).toContain('Talks of mine</h1>');
    expect(blog.read('/sitemap-0.xml')).toContain('<loc>https://example.com/talks/</loc>');
  });

  test('a page in place of the one of the engine', async () => {
    blog.write(
      'pages/archive.astro',
      `<html lang="en"><head><meta charset="utf-8" /><title>A</title></head></html>\n`,
    );
    const { stderr } = await blog.build();
    expect(stderr).toBe('');
    expect(blog.read('/archive/')).toContain('<title>A</title>');
  });

  test('a component in src/overrides/, which wraps the original', async () => {
    blog.write(
      'overrides/PostMeta.astro',
      `---
import PostMeta from 'octavo/components/post/PostMeta.astro';
---

<div class="mine"><PostMeta {...Astro.props}><slot /></PostMeta></div>
`,
    );
    await blog.mustBuild();
    expect(blog.read('/posts/math/')).toMatch(/<div class="mine"[^>]*>\s*<p class="soft"/);
  });

  test.each(['head', 'header-end', 'before-post', 'after-post', 'footer'])(
    'the slot %s in src/slots/',
    async (slot) => {
      const marker = slot === 'head' ? '<meta name="mine" content="1">' : '<p id="mine">Mine</p>';
      blog.write(`slots/${slot}.astro`, `${marker}\n`);
      await blog.mustBuild();
      expect(blog.read('/posts/math/')).toMatch(/(?:name|id)="?mine/);
    },
  );

  test('a key of front matter', async () => {
    addToSettings('');
    blog.edit(
      'site.config.ts',
      'frontMatter = { posts: {}',
      'frontMatter = { posts: { mood: z.string().optional() }',
    );
    blog.write('content/posts/own.md', post({ mood: 'calm' }));
    expect(await blog.check()).toMatchObject({ status: 0 });
    await blog.mustBuild();
    blog.write('content/posts/own.md', post({ mood: 3 }));
    const { status, stdout } = await blog.check();
    expect({ status, stdout }).toEqual({
      status: 1,
      stdout: expect.stringContaining('src/content/posts/own.md:4:1  mood: ') as string,
    });
  });

  test('a Markdown plugin, in Markdown, MDX and feeds', async () => {
    addToSettings(`
export const mdastPlugins = [
  defineMdastPlugin({
    name: 'shout',
    text(node, ctx) {
      if (node.value.includes('paragraph') || node.value.includes(' and a '))
        ctx.replaceNode(node, { type: 'text', value: node.value.toUpperCase() });
    },
  }),
];
`);
    await blog.mustBuild();
    expect(blog.read('/posts/bundle/')).toContain('A PARAGRAPH WITH');
    expect(blog.read('/posts/in-mdx/')).toContain(' AND A ');
    for (const text of ['A PARAGRAPH WITH', ' AND A '])
      expect(blog.read('/rss.xml')).toContain(text);
  });

  test('a plugin of HTML', async () => {
    addToSettings(`
export const hastPlugins = [
  defineHastPlugin({
    name: 'mark',
    element: { filter: ['h2'], visit: (node, ctx) => ctx.setProperty(node, 'className', ['mine']) },
  }),
];
`);
    await blog.mustBuild();
    expect(blog.read('/posts/bundle/')).toMatch(/<h2[^>]* class="?mine/);
  });

  test('texts of the interface', async () => {
    const source = before.get(settings())!;
    writeFileSync(settings(), source.replace('{', '{ strings: { archive: "All of it" },'));
    await blog.mustBuild();
    expect(blog.read('/archive/')).toContain('All of it');
  });

  test('an integration of Astro', async () => {
    const own = `{
      name: 'mine',
      hooks: { 'astro:build:done': ({ dir }) => writeFileSync(new URL('mine.txt', dir), 'Mine') },
    }`;
    writeFileSync(
      astroConfig(),
      `import { writeFileSync } from 'node:fs';
import { defineConfig } from 'astro/config';
import octavo from 'octavo';

export default defineConfig({ integrations: [octavo(), ${own}] });
`,
    );
    await blog.mustBuild();
    expect(blog.read('/mine.txt')).toBe('Mine');
  });
});
