import { describe, expect, test } from 'vitest';
import { importedBlog } from './astro-blog.ts';

const POST = '---\ntitle: A\npubDate: 2024-01-01\ntags: [b c]\n---\na';

/** Returns the old URLs of an imported blog, and their targets. */
function addresses(files: Record<string, string>): Record<string, string | undefined> {
  const made = importedBlog(files).addresses;
  return Object.fromEntries(made.map(({ from, to }) => [from, to]));
}

describe('the old URL of a post', () => {
  test.each<[string, Record<string, string>, string]>([
    ['of the template', { 'src/content/blog/A Post.md': POST }, '/blog/a-post/'],
    ['in a folder', { 'src/content/blog/a/index.md': POST }, '/blog/a/'],
    [
      'of a slug',
      { 'src/content/blog/a.md': POST.replace('tags', 'slug: s/t\ntags') },
      '/blog/s/t/',
    ],
    [
      'of a file',
      {
        'astro.config.mjs':
          'export default { site: "https://old.example", build: { format: "file" } };',
        'src/content/blog/a.md': POST,
      },
      '/blog/a.html',
    ],
    [
      'of AstroPaper',
      {
        'src/content.config.ts':
          'export const BLOG_PATH = "src/data/blog";\nconst blog = defineCollection({ loader: glob({ pattern: "**/[^_]*.md", base: `./${BLOG_PATH}` }) });\nexport const collections = { blog };',
        'src/data/blog/_releases/x.md': POST,
        'src/data/blog/_not.md': POST,
        'src/pages/blog/[...slug].astro': '',
        'src/pages/posts/[...slug]/index.astro':
          'getCollection("blog") params: { slug: getPath(post.id, post.filePath, false) }',
      },
      '/posts/x/',
    ],
    [
      'of a collection without configuration',
      {
        'src/content.config.ts': '',
        'src/content/posts/a.md': POST,
        'src/pages/posts/[...slug].astro': 'getSortedPosts()',
      },
      '/posts/a/',
    ],
    [
      'of its day',
      {
        'src/content.config.ts': '',
        'src/content/posts/2024-01-02-a.md': POST,
        'src/pages/[year]/[month]/[day]/[slug].astro': 'getCollection("posts")',
      },
      '/2024/01/02/a/',
    ],
    [
      'of its year',
      {
        'src/content.config.ts': '',
        'src/content/posts/a.md': POST,
        'src/pages/[year]/[slug].astro': 'getCollection("posts")',
      },
      '/2024/a/',
    ],
    ['of a text in src/pages', { 'src/pages/posts/a.md': POST }, '/posts/a/'],
    [
      'of starlight-blog',
      {
        'astro.config.mjs':
          'export default { site: "https://old.example", integrations: [starlight({ title: "S", plugins: [starlightBlog()] })] };',
        'src/content.config.ts':
          'export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };',
        'src/content/docs/blog/a.md': '---\ntitle: A\ndate: 2024-01-01\n---\na',
        'src/content/docs/guide.md': '---\ntitle: G\n---\na',
      },
      '/blog/a/',
    ],
  ])('%s', (_, files, expected) => {
    const posts = importedBlog(files).addresses.filter(({ kind }) => kind === 'post');
    expect(posts.map(({ from, to }) => [from, to])).toEqual([[expected, expected]]);
  });

  test('is not known where a function makes it, which is reported', () => {
    const { diagnostics } = importedBlog({
      'src/content.config.ts':
        'export const collections = { blog: defineCollection({ loader: glob({ pattern: "*.md", base: "src/content/blog", generateId: () => "x" }) }) };',
      'src/content/blog/a.md': POST,
    });
    expect(diagnostics.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('generateId'),
    );
  });
});

test('lists, feeds and pages have their targets', () => {
  const made = addresses({
    'src/content/blog/a.md': POST,
    'src/pages/about.md': '---\ntitle: About\n---\na',
    'src/pages/tags/index.astro': '',
    'src/pages/tags/[tag]/[...page].astro': '',
    'src/pages/archives/index.astro': '',
    'src/pages/search.astro': '',
    'src/pages/projects.astro': '<Projects />',
    'src/content/jotting/b.md': POST,
    'src/pages/jotting/index.astro': '',
    'src/pages/jotting/[id].astro': 'getCollection("jotting")',
    'src/pages/feed.xml.ts': 'import rss from "@astrojs/rss";',
    'src/pages/404.astro': '',
  });
  expect(made).toEqual({
    '/': '/',
    '/about/': '/about/',
    '/archives/': '/archive/',
    // Permalinks with two folders: neither is the archive.
    '/blog/': '/archive/',
    '/blog/a/': '/blog/a/',
    '/feed.xml': '/feed.xml',
    '/jotting/': '/archive/',
    '/jotting/b/': '/jotting/b/',
    '/projects/': undefined,
    '/rss.xml': '/rss.xml',
    '/search/': '/search/',
    '/sitemap-index.xml': '/sitemap-index.xml',
    '/tags/': '/tags/',
    '/tags/b c/': '/tags/b-c/',
  });
});
