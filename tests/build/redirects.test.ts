import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attribute, elements } from '../html.ts';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';
import { deadLinks, validationFindings } from './sound.ts';

const FILES = {
  'posts/größe.md': post(
    {
      title: 'Größe',
      tags: ['Go'],
      aliases: [
        '/2019/gr%C3%B6%C3%9Fe.html',
        '/old',
        '/Alt/größer ist/',
        '/posts/go-1.22',
        '/a.php',
      ],
    },
    'See [it](/old/), [again](/2019/größe.html) and [as it was](/posts/go-1.22/).',
  ),
  'posts/hidden.md': post({ title: 'Hidden', unlisted: true, aliases: ['/was-shown/'] }),
  'posts/draft.md': post({ title: 'Draft', draft: true, aliases: ['/secret/'] }),
  'pages/about.md': '---\ntitle: About\naliases: [/who/index.html]\n---\n\nWe.\n',
};

/** The files of the redirects of these. */
const PAGES = {
  '/2019/größe.html': '/posts/größe/',
  '/Alt/größer ist/index.html': '/posts/größe/',
  '/a.php': '/posts/größe/',
  '/old/index.html': '/posts/größe/',
  '/posts/go-1.22/index.html': '/posts/größe/',
  '/was-shown/index.html': '/posts/hidden/',
  '/who/index.html': '/about/',
};

function siteOf(name: string, url = 'https://example.com/'): TestSite {
  return new TestSite(`redirects-${name}`, { settings: { url }, files: FILES });
}

function writePublic(site: TestSite, path: string, text: string): void {
  mkdirSync(join(site.folder, 'public', path, '..'), { recursive: true });
  writeFileSync(join(site.folder, 'public', path), text);
}

describe.each(['https://example.com/', 'https://example.com/blog/'])('of a site at %s', (url) => {
  test('each alias that is published has a page that leads on, and a rule', async () => {
    const site = siteOf(url.includes('blog') ? 'base' : 'root', url);
    await site.mustBuild();
    const { base } = site;
    for (const [file, to] of Object.entries(PAGES)) {
      const all = elements(site.read(file));
      const found = all.flatMap((element) => {
        const [rel, equiv] = [attribute(element, 'rel'), attribute(element, 'httpEquiv')];
        if (rel === 'canonical') return attribute(element, 'href') ?? [];
        return equiv === 'refresh' ? (attribute(element, 'content') ?? []) : [];
      });
      const path = base + encodeURI(to.slice(1));
      expect([file, found]).toEqual([file, [`0;url=${path}`, `https://example.com${path}`]]);
      expect(site.read(file)).toContain('<meta name="robots" content="noindex">');
      expect(site.read(file)).toContain(`script-src 'none'`);
    }
    expect(site.read('/_redirects').split('\n')).toEqual([
      '# The aliases of posts and pages.',
      `${base}2019/gr%C3%B6%C3%9Fe.html ${base}posts/gr%C3%B6%C3%9Fe/ 301`,
      `${base}old/ ${base}posts/gr%C3%B6%C3%9Fe/ 301`,
      `${base}Alt/gr%C3%B6%C3%9Fer%20ist/ ${base}posts/gr%C3%B6%C3%9Fe/ 301`,
      `${base}posts/go-1.22/ ${base}posts/gr%C3%B6%C3%9Fe/ 301`,
      `${base}a.php ${base}posts/gr%C3%B6%C3%9Fe/ 301`,
      `${base}was-shown/ ${base}posts/hidden/ 301`,
      `${base}who/ ${base}about/ 301`,
      '',
    ]);
    // Feeds know a post by its oldest address, and have no entry of it.
    const elsewhere = site
      .files('**/*.{xml,json,txt,md}')
      .filter((path) => !/^\/(?:rss|atom|feed|posts|tags)/.test(path));
    for (const file of elsewhere)
      expect([file, /2019|\/old|was-shown|\/who/.test(site.read(file))]).toEqual([file, false]);
    for (const feed of ['/rss.xml', '/atom.xml', '/feed.json'])
      expect(site.read(feed).match(/<item>|<entry>|"content_html"/g)).toHaveLength(1);
    expect(site.files().filter((path) => /secret|redirects\.json/.test(path))).toEqual([]);
    expect(deadLinks(site)).toEqual([]);
    expect(await validationFindings(site)).toEqual([]);
  });
});

test('a preview with drafts has no redirects of them', async () => {
  const site = await siteOf('drafts').mustBuild('--drafts');
  expect(site.files('{secret,who}/**')).toEqual(['/who/index.html']);
});

test('the rules of the owner come first and are kept', async () => {
  const site = siteOf('own');
  writePublic(site, '_redirects', '# Mine\n/old/ /elsewhere/ 302\n/rss /rss.xml');
  await site.mustBuild();
  const lines = site.read('/_redirects').split('\n');
  expect(lines.slice(0, 4)).toEqual([
    '# Mine',
    '/old/ /elsewhere/ 302',
    '/rss /rss.xml',
    '# The aliases of posts and pages.',
  ]);
  expect(lines.filter((line) => line.startsWith('/old/'))).toHaveLength(1);
});

test('an alias that something else of the built site is in the way of ends the build, which keeps the last site', async () => {
  const site = await siteOf('taken').mustBuild();
  const before = site.snapshot();
  writePublic(site, 'app', 'A file without an ending.');
  site.write('content/posts/a.md', post({ title: 'A', aliases: ['/app/one/'] }));
  const { status, stderr } = await site.build();
  expect(stderr.split('\n')).toContain(
    'src/content/posts/a.md:4:11  aliases[0]: /app/one/ is the address of app in the built site; take it out',
  );
  expect(status).toBe(1);
  expect(site.snapshot()).toEqual(before);
});
