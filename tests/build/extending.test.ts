import { beforeAll, describe, expect, test } from 'vitest';
import { attribute, elements, text } from '../html.ts';
import { entriesOf } from '../index-page.ts';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';

const SETTINGS = {
  title: 'Test',
  description: 'A site for tests.',
  url: 'https://example.com/blog/',
  author: 'someone',
  nav: [{ label: 'Projects', link: '/projects/' }],
};

const CONFIG = `import { defineFrontMatter, z } from 'octavo/config';
import { shout } from './plugins/shout.ts';
import { sign } from '../sign.ts';

export default {
  ...${JSON.stringify(SETTINGS)},
  strings: { archive: 'Everything', minutes: (count: number) => count + ' minutes' },
};
export const frontMatter = defineFrontMatter({
  posts: { mood: z.enum(['calm', 'angry']).optional() },
});
export const mdastPlugins = [shout];
export const hastPlugins = [sign];
`;

const SHOUT = `import { defineMdastPlugin } from 'octavo/config';

export const shout = defineMdastPlugin({
  name: 'shout',
  options: { position: true },
  strong(node, ctx) {
    const [first] = node.children;
    if (first?.type !== 'text') throw new Error('there is no text');
    ctx.setProperty(first, 'value', first.value.toUpperCase());
  },
});
`;

/** Outside of src/, so that a cached rendering must depend on what the settings import. */
const SIGN = `import { defineHastPlugin } from 'octavo/config';

export const sign = defineHastPlugin({
  name: 'sign',
  element: {
    filter: ['strong'],
    visit(node, ctx) {
      ctx.setProperty(node, 'title', 'signed');
    },
  },
});
`;

const PROJECTS = `---
import { absolute, getBlog, href, site } from 'octavo/blog';
import PostList from 'octavo/components/PostList.astro';
import Document from 'octavo/layouts/Document.astro';
import { greeting } from 'virtual:greeting';

const { posts, tags } = await getBlog();
---

<Document title="Projects" description="What I make." path="/projects/">
  <h1>{greeting} from {site.title}</h1>
  <a href={href('/about/')} data-whole={absolute('/about/')}>About</a>
  <PostList {posts} />
  <p>{posts.map(({ mood }) => mood ?? 'none').join(', ')}; {tags.size} tags</p>
</Document>
`;

const HIDDEN = `---
import Document from 'octavo/layouts/Document.astro';
---

<Document title="Hidden" description="Hidden." path="/hidden/" noindex>
  <p>Hidden.</p>
</Document>
`;

const TALK = `---
import Document from 'octavo/layouts/Document.astro';

export function getStaticPaths() {
  return ['one', 'two'].map((id) => ({ params: { id }, cacheKey: id }));
}
const { id } = Astro.params;
---

<Document title={id} description="A talk." path={\`/talks/\${id}/\`}><p>Talk {id}</p></Document>
`;

const ARCHIVE = `---
import Document from 'octavo/layouts/Document.astro';
---

<Document title="Mine" description="Mine." path="/archive/"><p>My archive</p></Document>
`;

const TAG = `---
import Document from 'octavo/layouts/Document.astro';
import { getBlog } from 'octavo/blog';

export async function getStaticPaths() {
  const { tags } = await getBlog();
  return [...tags.keys()].map((tag) => ({ params: { tag } }));
}
const { tag } = Astro.params;
---

<Document title={tag} description="A tag." path={\`/tags/\${tag}/\`}><p>My page of {tag}</p></Document>
`;

const INTEGRATION = `import { writeFileSync } from 'node:fs';

export function other() {
  let routes;
  return {
    name: 'other',
    hooks: {
      'astro:config:setup': ({ injectRoute, injectScript, updateConfig }) => {
        injectRoute({ pattern: '/status', entrypoint: new URL('./status.astro', import.meta.url) });
        injectScript('page', 'document.documentElement.dataset.other = "1";');
        injectScript('head-inline', 'globalThis.other = 2;');
        updateConfig({ integrations: [late], vite: { plugins: [greeting] } });
      },
      'astro:routes:resolved': (resolved) => {
        routes = resolved.routes.filter(({ origin }) => origin === 'project');
      },
      'astro:build:done': ({ dir, pages }) => {
        const own = routes.map(({ pattern }) => pattern).sort();
        writeFileSync(new URL('other.json', dir), JSON.stringify({ own, pages: pages.length }));
      },
    },
  };
}

/** Is added after those of octavo where octavo is first. */
const late = {
  name: 'late',
  hooks: {
    'astro:build:done': ({ dir }) => writeFileSync(new URL('late.json', dir), '{}'),
  },
};

const greeting = {
  name: 'greeting',
  resolveId: (id) => (id === 'virtual:greeting' ? '\\0greeting' : undefined),
  load: (id) => (id === '\\0greeting' ? 'export const greeting = "Hello"' : undefined),
};
`;

const astroConfig = (integrations: string) => `import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import octavo from 'octavo';
import { other } from './other.mjs';

export default defineConfig({ integrations: [${integrations}] });
`;

const LINKS =
  '[a](/projects/) [b](/talks/one/) [c](/data.json) [d](https://example.com/blog/projects/)';

let site: TestSite;

beforeAll(async () => {
  site = new TestSite('extending', {
    files: {
      'posts/one.md': post(
        { title: 'One', date: '2024-01-02', tags: ['Go'], mood: 'calm' },
        `A **loud** word.\n\n${LINKS}`,
      ),
      'posts/two.mdx': post({ title: 'Two', date: '2024-01-01' }, 'Another **loud** word.'),
      'pages/about.md': '---\ntitle: About\n---\n\nAbout me.\n',
    },
  });
  site.write('site.config.ts', CONFIG);
  site.write('plugins/shout.ts', SHOUT);
  site.write('../sign.ts', SIGN);
  site.write('pages/projects.astro', PROJECTS);
  site.write('pages/hidden.astro', HIDDEN);
  site.write('pages/talks/[id].astro', TALK);
  site.write('pages/archive.astro', ARCHIVE);
  site.write('pages/tags/[tag].astro', TAG);
  site.write('pages/_parts/ignored.astro', HIDDEN);
  site.write('pages/data.json.ts', `export const GET = () => Response.json({ a: 1 });\n`);
  site.write('../status.astro', '<meta charset="utf-8"><title>Status</title><p>Up</p>\n');
  site.write('../other.mjs', INTEGRATION);
  site.write('../astro.config.mjs', astroConfig('other(), mdx(), octavo({ pagesPerThread: 1 })'));
  await site.mustBuild();
});

const sitemap = () =>
  [...site.read('/sitemap-0.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url);

describe("a page of the owner's", () => {
  test('is built with layouts, components and data of octavo', () => {
    const html = site.read('/projects/');
    expect(text(elements(html, 'h1')[0]!)).toBe('Hello from Test');
    expect(html).toContain('href="/blog/about/" data-whole="https://example.com/blog/about/"');
    expect(entriesOf(html).map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(html).toContain('calm, none; 1 tags');
    expect(html).toContain('http-equiv="content-security-policy"');
  });

  test('replaces the page of octavo with the same pattern, or at the same path', () => {
    expect(site.read('/archive/')).toContain('My archive');
    expect(site.read('/tags/go/')).toContain('My page of go');
    expect(site.files('tags/**/rss.xml')).toEqual(['/tags/go/rss.xml']);
  });

  test('is in the sitemap, unless it says noindex or is no page', () => {
    const urls = sitemap();
    for (const path of ['projects', 'talks/one', 'talks/two', 'archive', 'tags/go', 'status'])
      expect(urls.filter((url) => url === `https://example.com/blog/${path}/`)).toHaveLength(1);
    expect(urls.join()).not.toMatch(/hidden|data\.json|ignored|404/);
  });

  test('has the route that Astro gives it', () => {
    const { own } = JSON.parse(site.read('/other.json')) as { own: string[] };
    expect(own).toEqual([
      '/archive',
      '/data.json',
      '/hidden',
      '/projects',
      '/tags/[tag]',
      '/talks/[id]',
    ]);
  });
});

describe('Markdown plugins', () => {
  test.each(['/posts/one/', '/posts/two/'])('run after those of octavo in %s', (path) => {
    expect(site.read(path)).toContain('<strong title="signed">LOUD</strong>');
  });

  test('run in feeds, which leave out titles', () => {
    expect(site.read('/rss.xml').match(/&lt;strong&gt;LOUD&lt;\/strong&gt;/g)).toHaveLength(2);
  });

  test('run in summaries', () => {
    expect(entriesOf(site.read('/')).map(({ summary }) => summary)).toEqual([
      expect.stringContaining('A LOUD word.'),
      'Another LOUD word.',
    ]);
  });
});

test('strings of the settings replace those of octavo, in pages and scripts', () => {
  expect(entriesOf(site.read('/'))[0]!.meta).toContain('1 minutes');
  expect(site.read('/404.html')).not.toContain('>Archive<');
  expect(site.read('/search/')).toContain('minutes');
});

describe('another integration', () => {
  test('has its route', () => {
    expect(site.read('/status/')).toContain('<p>Up</p>');
  });

  test('has its scripts in every page, whichever thread made it', () => {
    const pages = site
      .files('**/*.html')
      .filter((path) => !site.read(path).includes('http-equiv="refresh"'));
    expect(pages.length).toBeGreaterThan(10);
    for (const path of pages) {
      const scripts = elements(site.read(path), 'script');
      const inline = scripts.filter((one) => text(one) === 'globalThis.other = 2;');
      expect(inline, path).toHaveLength(1);
      const loaded = scripts.flatMap((script) => attribute(script, 'src') ?? []);
      const file = loaded.find((src) => /\/_astro\/page\..*\.js$/.test(src)) ?? path;
      expect(site.files()).toContain(file.replace('/blog/', '/'));
      expect(file, path).toMatch(/\.js$/);
    }
  });
});

describe('check', () => {
  test('accepts what extends the blog', async () => {
    const { status, stdout, stderr } = await site.check();
    expect(stderr + stdout).toContain('nothing is wrong');
    expect(status).toBe(0);
  });
});

describe('a second build', () => {
  test('with the integrations in another order makes the same, and sees a change of a plugin', async () => {
    const before = site.snapshot();
    site.write('../astro.config.mjs', astroConfig('octavo(), other()'));
    await site.mustBuild();
    const after = site.snapshot();
    const changed = [...before.keys()].filter((path) => after.get(path) !== before.get(path));
    expect(changed.filter((path) => !path.includes('pagefind'))).toEqual([]);
    expect(after.size).toBe(before.size);

    const urls = sitemap();
    site.write('../sign.ts', SIGN.replace('signed', 'sealed'));
    site.write('plugins/shout.ts', SHOUT.replace('toUpperCase()', "concat('!')"));
    await site.mustBuild();
    expect(site.read('/posts/one/')).toContain('<strong title="sealed">loud!</strong>');
    expect(site.read('/posts/two/')).toContain('<strong title="sealed">loud!</strong>');
    // The pages of talks are reused.
    expect(sitemap()).toEqual(urls);
  });
});

describe('an error', () => {
  test('in what extends the blog is reported with file, line and column, by check and build', async () => {
    site.write('content/posts/one.md', post({ mood: 'sad', modd: 'calm' }, 'Text.'));
    site.write('content/posts/two.mdx', post({}, 'Text.\n\n**[a](/projekts/)**'));
    site.write('content/pages/projects.md', '---\ntitle: Projects\n---\n\nText.\n');
    const lines = [
      'src/content/pages/projects.md:1:1  slug: /projects/ is the address of src/pages/projects.astro too; rename one of them',
      'src/content/posts/one.md:4:1  mood: must be calm or angry, is "sad"',
      'src/content/posts/one.md:5:1  modd: is not a key that is known; did you mean mood?',
      'src/content/posts/two.mdx:8:1  plugin shout: there is no text (src/plugins/shout.ts:8:39)',
      'src/content/posts/two.mdx:8:3  link: there is nothing at /projekts/',
    ];
    const checked = await site.check();
    expect(checked.stdout.split('\n').filter((line) => line.startsWith('src/'))).toEqual(lines);
    const built = await site.build();
    expect(built.status).toBe(1);
    expect(built.stderr.split('\n').filter((line) => line.startsWith('src/'))).toEqual(lines);
  });

  test('of a rule in src/content.config.ts is reported by the build', async () => {
    site.remove('content/pages/projects.md');
    site.write('content/posts/one.md', post({ title: 'A title that is long', mood: 'calm' }));
    site.write('content/posts/two.mdx', post({ title: 'Two' }));
    site.edit(
      'content.config.ts',
      '.extend(frontMatter.posts)',
      ".extend({ title: z.string().max(9, 'is too long') })",
    );
    site.edit('content.config.ts', 'import {', "import { z } from 'octavo/config';\nimport {");
    const { status, stderr } = await site.build();
    expect(status).toBe(1);
    expect(stderr.split('\n').filter((line) => line.startsWith('src/'))).toEqual([
      'src/content/posts/one.md:1:1  front matter: Unrecognized key: "mood" (the schema in src/content.config.ts)',
      'src/content/posts/one.md:2:1  title: is too long (the schema in src/content.config.ts)',
    ]);
  });
});
