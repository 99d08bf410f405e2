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
  strings: { archive: 'Everything', minutes: '{count} minutes' },
};
export const frontMatter = defineFrontMatter({
  posts: { mood: z.enum(['calm', 'angry']).optional() },
});
export const mdastPlugins = [shout];
export const hastPlugins = [sign];
`;

export const SHOUT = `import { defineMdastPlugin } from 'octavo/config';

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
export const SIGN = `import { defineHastPlugin } from 'octavo/config';

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
import PostList from 'octavo/components/list/PostList.astro';
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

export const astroConfig = (integrations: string) => `import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import octavo from 'octavo';
import { other } from './other.mjs';

export default defineConfig({ integrations: [${integrations}] });
`;

const LINKS =
  '[a](/projects/) [b](/talks/one/) [c](/data.json) [d](https://example.com/blog/projects/)';

/** Builds a blog with pages, plugins, front matter keys and an integration of its owner. */
export async function extendedBlog(name: string): Promise<TestSite> {
  const site = new TestSite(name, {
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
  site.write('../astro.config.mjs', astroConfig('other(), mdx(), octavo()'));
  return site.mustBuild();
}

/** Returns the URLs of the sitemap of a built site. */
export function sitemapOf(site: TestSite): (string | undefined)[] {
  return [...site.read('/sitemap-0.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url);
}
