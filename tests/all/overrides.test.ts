import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { DevServer } from '../dev-server.ts';
import { elements, text } from '../html.ts';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';

const FILES = {
  'posts/one.md': post({ title: 'One', date: '2024-01-02', tags: ['A'] }),
  'pages/about.md': '---\ntitle: About\n---\n\nAbout.\n',
};

/** An override that wraps the original, with a style of its own. */
const WRAPPED_HEADER = `---
import type { ComponentProps } from 'astro/types';
import Original from 'octavo/components/post/PostHeader.astro';

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

const stylesOf = (html: string) => elements(html, 'style').map(text).join('\n');

let site: TestSite;

beforeAll(async () => {
  site = new TestSite('overrides', { files: FILES });
  site.write('overrides/PostHeader.astro', WRAPPED_HEADER);
  site.write('overrides/PostMeta.astro', '---\n---\n<p class="meta">{Astro.props.post.title}</p>');
  // An ejected component takes other components from the package.
  site.write(
    'overrides/PostList.astro',
    `---
import PostMeta from 'octavo/components/post/PostMeta.astro';
---
<div class="list">{Astro.props.posts.map((post) => <PostMeta {post} />)}</div>`,
  );
  site.write('slots/head.astro', '<meta name="slot" content="head" />');
  site.write('slots/header-end.astro', '<p>header end</p>');
  site.write(
    'slots/footer.astro',
    `---
import { getCollection } from 'astro:content';
const posts = await getCollection('posts');
---

<p>{posts.map(({ data }) => data.title).join(', ')}</p>`,
  );
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
  await site.build();
});

describe('an override', () => {
  test('wraps the original', () => {
    expect(site.read('/posts/one/')).toMatch(
      /<div class="mine[^"]*">\s*<header class="[^"]*\bcolumn">\s*<h1 class="p-name">One<\/h1>/,
    );
  });

  test('is styled on its own pages only', () => {
    expect(stylesOf(site.read('/posts/one/'))).toMatch(/\.mine\S*\{outline:3px solid\}/);
    expect(stylesOf(site.read('/about/'))).not.toContain('.mine');
  });

  test('replaces the component in an engine file and in another override', () => {
    expect(site.read('/posts/one/')).toContain('<p class="meta">One</p>');
    expect(site.read('/')).toContain('<div class="list"><p class="meta">One</p></div>');
  });
});

describe('a slot', () => {
  test('is rendered in its place', () => {
    const html = site.read('/posts/one/');
    expect(html).toMatch(/<meta name="slot" content="head">[^]*<\/head>/);
    expect(html).toMatch(/<p>header end<\/p>\s*<\/div>\s*<\/header>/);
    expect(html).toMatch(/<p>before One<\/p>\s*<article class="h-entry">/);
    expect(html).toMatch(/<\/article>\s*<p>after One<\/p>/);
    expect(html).toMatch(/<p>One<\/p>\s*<\/footer>/);
  });

  test('of posts is on pages of posts only', () => {
    expect(site.read('/about/')).not.toMatch(/<p>(?:before|after)/);
  });

  test('that shows other content is rendered again when that changes', async () => {
    // Nothing that the page of the other post shows by itself.
    site.write('content/posts/two.md', post({ title: 'Two', date: '2020-01-01', unlisted: true }));
    await site.mustBuild();
    expect(site.read('/posts/one/')).toMatch(/<p>(?:One, Two|Two, One)<\/p>/);
  });
});

describe('an edit of an override', () => {
  test('changes the pages that have it', async () => {
    site.edit('overrides/PostHeader.astro', 'class="mine"', 'class="mine edited"');
    await site.mustBuild();
    expect(site.read('/posts/one/')).toContain('<div class="mine edited ');
  });
});

describe('an override or slot of an unknown name', () => {
  test('is an error', async () => {
    site.write('overrides/PostHeadr.astro', '');
    site.write('slots/befor-post.astro', '');
    const errors = [
      'src/overrides/PostHeadr.astro:1:1  unknown component PostHeadr.astro; did you mean PostHeader.astro?',
      'src/slots/befor-post.astro:1:1  unknown slot befor-post.astro; did you mean before-post.astro?',
    ];
    const { status, stdout } = await site.check();
    for (const error of errors) expect(stdout).toContain(error);
    expect(status).toBe(1);
  });
});

describe('in dev, an override', () => {
  let site: TestSite;
  let server: DevServer;

  /** Waits until a page has a text, or has it no more. */
  async function shows(path: string, text: string, isThere = true): Promise<string> {
    let html = '';
    const has = async () => (html = await (await fetch(server.url(path))).text()).includes(text);
    await expect.poll(has, { interval: 20, timeout: 20_000 }).toBe(isThere);
    return html;
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
