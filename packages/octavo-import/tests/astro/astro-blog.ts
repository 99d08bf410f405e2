import { readAstro } from '../../src/astro/read-astro.ts';
import { buildSite, type GivenSettings } from '../../src/site/build-site.ts';
import type { ImportedSite } from '../../src/imported-site.ts';
import { folder } from '../../../octavo/tests/helpers.ts';

/** A blog like the official template, without a post. */
const TEMPLATE: Record<string, string> = {
  'package.json': '{ "dependencies": { "astro": "7.0.0", "@astrojs/sitemap": "4.0.0" } }',
  'astro.config.mjs':
    "import { defineConfig } from 'astro/config';\nexport default defineConfig({ site: 'https://old.example' });\n",
  'src/consts.ts':
    "export const SITE_TITLE = 'Old';\nexport const SITE_DESCRIPTION = 'Old things.';\n",
  'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
const blog = defineCollection({
  loader: glob({ base: './src/content/blog', pattern: '**/*.{md,mdx}' }),
});
export const collections = { blog };
`,
  'src/pages/index.astro': '<h1>Old</h1>\n',
  'src/pages/blog/index.astro': '<ul></ul>\n',
  'src/pages/blog/[...slug].astro':
    "---\nconst posts = await getCollection('blog');\n---\n<Content />\n",
  'src/pages/rss.xml.js': "import rss from '@astrojs/rss';\n",
};

/** Imports a blog of these files over those of the template, as of 2024-07-01. */
export function importedBlog(
  files: Record<string, string>,
  given: GivenSettings = {},
): ImportedSite {
  return importedFrom(folder({ ...TEMPLATE, ...files }), given);
}

/** Imports the blog in a folder. */
export function importedFrom(root: string, given: GivenSettings = {}): ImportedSite {
  const options = { now: Date.UTC(2024, 6, 1), machineZone: 'UTC', given };
  return buildSite(readAstro(root, options), options);
}

/** Returns the text of the file that a post of an imported blog has become. */
export function postOf({ files }: ImportedSite, name: string): string {
  const file = files.find(({ path }) => path.endsWith(`/${name}.md`));
  return typeof file?.content === 'string' ? file.content : `there is no ${name}.md`;
}

interface Converted {
  text: string;
  /** `4 warning: …`, with the line of the file; the front matter has four lines. */
  messages: string[];
}

/** Returns the body of a post after the import; `name` is that of its file. */
export function convert(
  body: string,
  { name = 'post.mdx', files = {} }: { name?: string; files?: Record<string, string> } = {},
): Converted {
  const file = `src/content/blog/${name}`;
  const site = importedBlog({
    ...files,
    'src/content/blog/x.png': 'x',
    'src/content/blog/other.md': '---\ntitle: Other\npubDate: 2024-01-01\n---\n## Part\n',
    [file]: `---\ntitle: Post\npubDate: 2024-01-06\n---\n${body}\n`,
  });
  const text = postOf(site, 'post')
    .replace(/^---\n[\s\S]*?\n---\n\n?/, '')
    .trimEnd();
  const messages = site.diagnostics
    .filter((one) => one.file === file)
    .map(({ line, severity, message }) => `${line} ${severity}: ${message}`);
  return { text, messages };
}
