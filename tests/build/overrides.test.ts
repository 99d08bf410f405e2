import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { OVERRIDABLE } from '../../packages/octavo/src/owner/overridable.ts';
import { ejectedSource } from '../../packages/octavo/src/owner/ejected.ts';
import { DevServer } from '../dev-server.ts';
import { post } from '../posts.ts';
import { octavoBin, TestSite } from '../site.ts';

const FILES = {
  'posts/one.md': post({ title: 'One', date: '2024-01-02', tags: ['A'] }),
  'pages/about.md': '---\ntitle: About\n---\n\nAbout.\n',
};

/** An override that wraps the original, with a style of its own. */
const WRAPPED_HEADER = `---
import type { ComponentProps } from 'astro/types';
import Original from 'octavo/components/PostHeader.astro';

type Props = ComponentProps<typeof Original>;
---

<div class="mine">
  <Original {...Astro.props} />
</div>

<style>
  .mine {
    outline: 3px solid;
  }
</style>
`;

const styleOf = (html: string) => /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? '';

describe('an override', () => {
  let site: TestSite;
  let output: string;

  beforeAll(async () => {
    site = new TestSite('overrides', { files: FILES });
    site.write('overrides/PostHeader.astro', WRAPPED_HEADER);
    site.write(
      'overrides/PostMeta.astro',
      '---\n---\n<p class="meta">{Astro.props.post.title}</p>',
    );
    // An ejected component takes other components from the package.
    site.write(
      'overrides/PostList.astro',
      `---
import PostMeta from 'octavo/components/PostMeta.astro';
---
<div class="list">{Astro.props.posts.map((post) => <PostMeta {post} />)}</div>`,
    );
    output = (await site.build()).stdout;
  });

  test('wraps the original', () => {
    expect(site.read('/posts/one/')).toMatch(
      /<div class="mine">\s*<header class="column[^"]*">\s*<h1>One<\/h1>/,
    );
  });

  test('is styled on its own pages only', () => {
    expect(styleOf(site.read('/posts/one/'))).toContain('.mine{outline:3px solid}');
    expect(styleOf(site.read('/about/'))).not.toContain('.mine');
  });

  test('replaces the component in an engine file and in another override', () => {
    expect(site.read('/posts/one/')).toContain('<p class="meta">One</p>');
    expect(site.read('/')).toContain('<div class="list"><p class="meta">One</p></div>');
  });

  test('is printed when a build starts', () => {
    expect(output).toContain('Octavo overrides: PostHeader, PostList, PostMeta\n');
  });

  test('makes the pages again after an edit', async () => {
    site.edit('overrides/PostHeader.astro', 'class="mine"', 'class="mine edited"');
    await site.mustBuild();
    expect(site.read('/posts/one/')).toContain('<div class="mine edited">');
  });

  test('of an unknown name is an error of build and check', async () => {
    site.write('overrides/PostHeadr.astro', '');
    site.write('slots/befor-post.astro', '');
    const errors = [
      'src/overrides/PostHeadr.astro:1:1  unknown component PostHeadr.astro; did you mean PostHeader.astro?',
      'src/slots/befor-post.astro:1:1  unknown slot befor-post.astro; did you mean before-post.astro?',
    ];
    const [build, check] = [await site.build(), await site.check()];
    for (const error of errors) {
      expect(build.stderr).toContain(error);
      expect(check.stdout).toContain(error);
    }
    expect([build.status, check.status]).toEqual([1, 1]);
  });
});

test('every component, ejected, makes the same pages', async () => {
  const site = new TestSite('ejected', { files: FILES });
  const before = (await site.mustBuild()).snapshot();
  for (const [name, folder] of Object.entries(OVERRIDABLE)) {
    const path = `${folder}/${name}.astro`;
    const source = readFileSync(join(octavoBin, '../../src', path), 'utf8');
    site.write(`overrides/${name}.astro`, ejectedSource(source, path));
  }
  expect((await site.mustBuild()).snapshot()).toEqual(before);
});

describe('slots', () => {
  let site: TestSite;

  beforeAll(async () => {
    site = new TestSite('slots', { files: FILES });
    site.write('slots/head.astro', '<meta name="slot" content="head" />');
    site.write('slots/header-end.astro', '<p>header end</p>');
    site.write('slots/footer.astro', '<p>footer</p>');
    for (const place of ['before', 'after'])
      site.write(
        `slots/${place}-post.astro`,
        `---
import type { ComponentProps } from 'astro/types';
import type Slot from 'octavo/slots/${place}-post.astro';

type Props = ComponentProps<typeof Slot>;
const { post } = Astro.props;
---

<p>${place} {post.title}</p>`,
      );
    await site.mustBuild();
  });

  test('are rendered in their places', () => {
    const html = site.read('/posts/one/');
    expect(html).toMatch(/<meta name="slot" content="head">[^]*<\/head>/);
    expect(html).toMatch(/<p>header end<\/p>\s*<\/header>\s*<main/);
    expect(html).toMatch(/<p>before One<\/p>\s*<article>/);
    expect(html).toMatch(/<\/article>\s*<p>after One<\/p>/);
    expect(html).toMatch(/<p>footer<\/p>\s*<\/footer>/);
  });

  test('that show other content are made again when that changes', async () => {
    site.write(
      'slots/footer.astro',
      `---
import { getCollection } from 'astro:content';
const posts = await getCollection('posts');
---

<p>{posts.map(({ data }) => data.title).join(', ')}</p>`,
    );
    await site.mustBuild();
    // Nothing that the page of the other post shows by itself.
    site.write('content/posts/two.md', post({ title: 'Two', date: '2020-01-01', unlisted: true }));
    await site.mustBuild();
    expect(site.read('/posts/one/')).toMatch(/<p>(?:One, Two|Two, One)<\/p>/);
  });

  test('of posts are on pages of posts only', () => {
    const html = site.read('/about/');
    expect(html).not.toMatch(/<p>(?:before|after)/);
  });
});

describe('in dev, an override', () => {
  let site: TestSite;
  let server: DevServer;

  /** Waits until a page has a text, or has it no more. */
  async function shows(path: string, text: string, isThere = true): Promise<string> {
    for (let attempt = 0; attempt < 500; attempt++) {
      const html = await (await fetch(server.url(path))).text();
      if (html.includes(text) === isThere) return html;
      await setTimeout(20);
    }
    throw new Error(`${path} never ${isThere ? 'shows' : 'loses'} ${text}`);
  }

  beforeAll(async () => {
    site = new TestSite('overrides-dev', { files: FILES });
    server = await DevServer.start(site);
    return () => server.stop();
  });

  test('shows when it is added, edited and deleted', async () => {
    await shows('posts/one/', '<h1');
    site.write('overrides/PostHeader.astro', WRAPPED_HEADER);
    const html = await shows('posts/one/', 'class="mine');
    expect(html).toContain('outline: 3px solid');
    site.edit('overrides/PostHeader.astro', 'class="mine"', 'class="edited"');
    await shows('posts/one/', 'class="edited');
    site.remove('overrides/PostHeader.astro');
    await shows('posts/one/', 'class="edited', false);
  });

  test('of an unknown name is printed', async () => {
    const before = server.output.length;
    site.write('overrides/PostHeadr.astro', '');
    await server.printed(/src\/overrides\/PostHeadr\.astro:1:1 {2}unknown component/, before);
    rmSync(join(site.folder, 'src/overrides/PostHeadr.astro'));
  });

  test('a slot shows when it is added and deleted', async () => {
    await shows('posts/one/', '<h1');
    site.write('slots/footer.astro', '<p>a footer</p>');
    await shows('posts/one/', '<p>a footer</p>');
    site.remove('slots/footer.astro');
    await shows('posts/one/', '<p>a footer</p>', false);
  });
});
