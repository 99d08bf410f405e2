import { describe, expect, test } from 'vitest';
import { importedBlog, postOf } from './astro-blog.ts';

function frontMatter(yaml: string, files: Record<string, string> = {}): string {
  const site = importedBlog({
    'src/content/blog/x.png': 'x',
    'src/content/blog/post.md': `---\n${yaml}\n---\na\n`,
    ...files,
  });
  return /^---\n([\s\S]*?)---\n/.exec(postOf(site, 'post'))?.[1] ?? '';
}

describe('front matter of a post', () => {
  test.each([
    ['pubDate', 'title: A\npubDate: Jul 08 2022', 'date: 2022-07-08\n'],
    ['pubDatetime', 'title: A\npubDatetime: 2022-09-23T15:22:00Z', 'date: 2022-09-23T15:22:00Z\n'],
    ['publishDate', 'title: A\npublishDate: 2022-09-23', 'date: 2022-09-23\n'],
    ['published', 'title: A\npublished: 2022-09-23', 'date: 2022-09-23\n'],
    ['a date by another name', 'title: A\nborn: 2022-09-23', 'date: 2022-09-23\n'],
    ['a moment in UTC', 'title: A\ndate: 2022-09-23 10:00', 'date: 2022-09-23 10:00Z\n'],
    ['modDatetime', 'title: A\ndate: 2022-09-23\nmodDatetime: 2023-01-02', 'updated: 2023-01-02\n'],
    ['no change', 'title: A\ndate: 2022-09-23\nmodDatetime: null', 'date: 2022-09-23\n---'],
    ['a draft', 'title: A\ndraft: true', 'draft: true\n'],
    ['published: false', 'title: A\npublished: false', 'draft: true\n'],
    ['featured', 'title: A\nfeatured: true', 'pinned: true\n'],
    ['tags', 'title: A\ncategory: C\ntags: [b, c]', 'tags:\n  - C\n  - b\n'],
    ['tags in a line', 'title: A\ntags: a b, c', 'tags:\n  - a b\n  - c\n'],
    ['an author', 'title: A\nauthor: Bob\n', 'title: A\n'],
    [
      'canonicalURL',
      'title: A\ncanonicalURL: https://a.example/',
      'canonical: https://a.example/\n',
    ],
    ['heroImage', 'title: A\nheroImage: ./x.png', 'image: ./post/x.png\n'],
    ['ogImage', 'title: A\nogImage: ./x.png', 'image: ./post/x.png\n'],
    ['an image with a text', 'title: A\nimage: { src: ./x.png, alt: X }', 'alt: X\n'],
    ['coverImage', 'title: A\ncoverImage:\n  src: ./x.png\n  alt: X', 'image: ./post/x.png\n'],
    ['the title of its text', 'pubDate: 2024-01-01', 'title: Post\n'],
  ])('has %s', (_, yaml, expected) => {
    expect(`${frontMatter(yaml)}---`).toContain(expected);
  });

  test('has a slug where its file has another name', () => {
    const made = frontMatter('title: A\nslug: other', {
      'src/content/blog/b.md': '---\ntitle: B\n---\nb',
    });
    expect(made).toContain('slug: other\n');
  });
});

describe('settings', () => {
  test.each<[string, Record<string, string>, object]>([
    ['constants', {}, { title: 'Old', description: 'Old things.', url: 'https://old.example/' }],
    [
      'an object of AstroPaper',
      {
        'src/consts.ts': '',
        'src/config.ts':
          'export const SITE = { website: "https://p.example/", author: "Ada", desc: `D`, title: "P" + "Q", lang: "de", timezone: "Europe/Berlin" } as const;\n',
        'src/constants.ts':
          'import { SITE } from "@/config";\nexport const SOCIALS: S[] = [{ name: "GitHub", href: "https://github.com/a", linkTitle: `${SITE.title} x` }];\nexport const SHARE_LINKS = [{ name: "X", href: "https://x.com/share" }];\n',
        'astro.config.mjs':
          'import { SITE } from "./src/config";\nexport default defineConfig({ site: SITE.website, base: "/sub" });\n',
      },
      {
        ...{ title: 'PQ', description: 'D', url: 'https://p.example/sub/', language: 'de' },
        ...{ timeZone: 'Europe/Berlin', author: 'ada' },
        social: [{ name: 'GitHub', link: 'https://github.com/a' }],
      },
    ],
    [
      'a menu',
      {
        'src/site.config.ts':
          'export const siteConfig: S = { title: "C", author: "Cy" };\nexport const menuLinks = [{ path: "/", title: "Home" }, { path: "/blog/", title: "Blog" }];\n',
        'src/consts.ts': '',
      },
      { title: 'C', author: 'cy', nav: [{ label: 'Blog', link: '/archive/' }] },
    ],
    [
      'a value of the environment',
      { 'astro.config.mjs': 'export default { site: process.env.URL ?? "https://e.example" };' },
      { url: 'https://e.example/' },
    ],
  ])('come from %s', (_, files, expected) => {
    const post = { 'src/content/blog/a.md': '---\ntitle: A\npubDate: 2024-01-01\n---\na' };
    expect(importedBlog({ ...post, ...files }).settings).toMatchObject(expected);
  });

  test('come from the command line first', () => {
    const given = { title: 'New', url: 'https://new.example/' };
    expect(importedBlog({}, given).settings).toMatchObject(given);
  });
});
