import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
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

function writePublic(site: TestSite, path: string, text: string): void {
  mkdirSync(join(site.folder, 'public', path, '..'), { recursive: true });
  writeFileSync(join(site.folder, 'public', path), text);
}

const atRoot = new TestSite('redirects-root', { files: FILES });
const below = new TestSite('redirects-base', {
  settings: { url: 'https://example.com/blog/' },
  files: FILES,
});
/** Rules of the owner, one of which takes an alias. */
const RULES = ['# Mine', '/blog/old/ /elsewhere/ 302', '/rss /rss.xml'];

beforeAll(async () => {
  writePublic(below, '_redirects', RULES.join('\n'));
  await Promise.all([atRoot.mustBuild(), below.mustBuild()]);
});

describe.each([
  [atRoot, []],
  [below, RULES],
])('a site at $base', (site, rules) => {
  const { base } = site;

  test('has a page that leads on for each alias that is published', () => {
    for (const [file, to] of Object.entries(PAGES)) {
      const all = elements(site.read(file));
      const found = all.flatMap((element) => {
        const [rel, equiv] = [attribute(element, 'rel'), attribute(element, 'httpEquiv')];
        if (rel === 'canonical') return attribute(element, 'href') ?? [];
        return equiv === 'refresh' ? (attribute(element, 'content') ?? []) : [];
      });
      const path = base + encodeURI(to.slice(1));
      expect([file, found]).toEqual([file, [`0; url=${path}`, `https://example.com${path}`]]);
      expect(site.read(file)).toContain('<meta name="robots" content="noindex">');
      expect(site.read(file)).toContain(`script-src 'none'`);
    }
  });

  test('has a rule for each alias that is published, after those of the owner', () => {
    expect(site.read('/_redirects').split('\n')).toEqual([
      ...rules,
      '# The aliases of posts and pages.',
      `${base}2019/gr%C3%B6%C3%9Fe.html ${base}posts/gr%C3%B6%C3%9Fe/ 301`,
      ...(rules.length > 0 ? [] : [`${base}old/ ${base}posts/gr%C3%B6%C3%9Fe/ 301`]),
      `${base}Alt/gr%C3%B6%C3%9Fer%20ist/ ${base}posts/gr%C3%B6%C3%9Fe/ 301`,
      `${base}posts/go-1.22/ ${base}posts/gr%C3%B6%C3%9Fe/ 301`,
      `${base}a.php ${base}posts/gr%C3%B6%C3%9Fe/ 301`,
      `${base}was-shown/ ${base}posts/hidden/ 301`,
      `${base}who/ ${base}about/ 301`,
      '',
    ]);
  });

  test('names no alias in other files, and no draft anywhere', () => {
    // Feeds know a post by its oldest address, and have no entry of it.
    const elsewhere = site
      .files('**/*.{xml,json,txt,md}')
      .filter((path) => !/^\/(?:rss|atom|feed|posts|tags)|\/rss\.xml$/.test(path));
    for (const file of elsewhere)
      expect([file, /2019|\/old|was-shown|\/who/.test(site.read(file))]).toEqual([file, false]);
    for (const feed of ['/rss.xml', '/atom.xml', '/feed.json'])
      expect(site.read(feed).match(/<item>|<entry>|"content_html"/g)).toHaveLength(1);
    expect(site.files().filter((path) => /secret|redirects\.json/.test(path))).toEqual([]);
  });

  test('is valid, and all its links resolve', async () => {
    expect(deadLinks(site)).toEqual([]);
    expect(await validationFindings(site)).toEqual([]);
  });
});

test('an alias at the path of another file is an error, and the last site stays', async () => {
  const before = atRoot.snapshot();
  writePublic(atRoot, 'app', 'A file without an ending.');
  atRoot.write('content/posts/a.md', post({ title: 'A', aliases: ['/app/one/'] }));
  const { status, stderr } = await atRoot.build();
  atRoot.remove('content/posts/a.md');
  expect(stderr.split('\n')).toContain(
    'src/content/posts/a.md:4:11  aliases[0]: /app/one/ is already the URL of app in the built site; remove it',
  );
  expect(status).toBe(1);
  expect(atRoot.snapshot()).toEqual(before);
});
