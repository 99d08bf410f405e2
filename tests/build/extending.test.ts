import { beforeAll, describe, expect, test } from 'vitest';
import { attribute, elements, text } from '../html.ts';
import { entriesOf } from '../index-page.ts';
import { post } from '../posts.ts';
import type { TestSite } from '../site.ts';
import { extendedBlog, sitemapOf } from '../sites/extended.ts';

let site: TestSite;

beforeAll(async () => {
  site = await extendedBlog('extending');
});

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
    const urls = sitemapOf(site);
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

test('strings of the settings replace those of octavo, in pages and the search', () => {
  expect(entriesOf(site.read('/'))[0]!.meta).toContain('1 minutes');
  expect(site.read('/404.html')).not.toContain('>Archive<');
  expect(site.read('/search/en/index.json')).toContain('1 minutes');
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
    expect(stderr + stdout).toContain('no errors, no warnings');
    expect(status).toBe(0);
  });
});

describe('an error', () => {
  test('in what extends the blog is reported with file, line and column', async () => {
    site.write('content/posts/one.md', post({ mood: 'sad', modd: 'calm' }, 'Text.'));
    site.write('content/posts/two.mdx', post({}, 'Text.\n\n**[a](/projekts/)**'));
    site.write('content/pages/projects.md', '---\ntitle: Projects\n---\n\nText.\n');
    const lines = [
      'src/content/pages/projects.md:1:1  slug: /projects/ is already the URL of src/pages/projects.astro; rename one of them',
      'src/content/posts/one.md:4:1  mood: must be calm or angry, not "sad"',
      'src/content/posts/one.md:5:1  unknown key modd; did you mean mood?',
      'src/content/posts/two.mdx:8:1  plugin shout: there is no text (src/plugins/shout.ts:8:39)',
      'src/content/posts/two.mdx:8:3  link: /projekts/ not found',
    ];
    const checked = await site.check();
    expect(checked.stdout.split('\n').filter((line) => line.startsWith('src/'))).toEqual(lines);
    expect(checked.status).toBe(1);
  });
});
