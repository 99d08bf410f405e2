import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder } from '../../../octavo/tests/helpers.ts';
import { readGhost } from '../../src/ghost/read-ghost.ts';
import type { ImportedSite } from '../../src/imported-site.ts';
import { buildSite } from '../../src/site/build-site.ts';

const OPTIONS = { now: Date.UTC(2024, 6, 1), machineZone: 'UTC' };
const ID = '5c0000000000000000000001';

/** Imports an export of Ghost with one post, as of 2024-07-01. */
function imported(post: object, data: object = {}, files = {}): ImportedSite {
  const row = {
    ...{ id: ID, title: 'A post', slug: 'a-post', status: 'published', type: 'post' },
    ...{ html: '<p>Text</p>', published_at: '2024-01-06T10:30:00.000Z', visibility: 'public' },
    ...post,
  };
  const tables = {
    posts: [row],
    tags: [
      { id: 't1', name: 'Second', slug: 'second' },
      { id: 't2', name: 'Primary', slug: 'primary' },
      { id: 't3', name: '#internal', slug: 'hash-internal' },
    ],
    posts_tags: [
      { post_id: ID, tag_id: 't1', sort_order: 1 },
      { post_id: ID, tag_id: 't2', sort_order: 0 },
      { post_id: ID, tag_id: 't3', sort_order: 2 },
    ],
    users: [{ id: 'u1', name: 'Ada Reed', slug: 'ada' }],
    posts_authors: [{ post_id: ID, author_id: 'u1', sort_order: 0 }],
    settings: [
      { key: 'title', value: 'The old press' },
      { key: 'description', value: 'Print & paper' },
      { key: 'url', value: 'https://old.example' },
      { key: 'timezone', value: 'Europe/Berlin' },
      {
        key: 'navigation',
        value:
          '[{"label":"Home","url":"/"},{"label":"Feed","url":"/rss/"},{"label":"Post","url":"/a-post/"}]',
      },
    ],
    ...data,
  };
  const root = folder({ 'export.json': JSON.stringify({ db: [{ data: tables }] }), ...files });
  return buildSite(readGhost(join(root, 'export.json'), OPTIONS), OPTIONS);
}

function fileOf({ files }: ImportedSite): string {
  const file = files.find(({ path }) => /(?:posts|pages)\/a-post\.md$/.test(path));
  return typeof file?.content === 'string' ? file.content : 'there is no a-post.md';
}

describe('a post of Ghost', () => {
  test('has its date, its tags with the primary first, and the id of the feed', () => {
    expect(fileOf(imported({}))).toBe(`---
title: A post
date: 2024-01-06T10:30:00Z
tags:
  - Primary
  - Second
guid: ${ID}
---

Text
`);
  });

  test.each([
    [{ status: 'draft' }, 'draft: true'],
    [{ visibility: 'paid' }, 'draft: true'],
    [{ featured: 1 }, 'pinned: true'],
    [{ custom_excerpt: 'In short' }, 'summary: In short'],
    [{ canonical_url: 'https://first.example/' }, 'canonical: https://first.example/'],
    [
      { published_at: 1704537000000, id: 1, uuid: 'ab-cd' },
      'date: 2024-01-06T10:30:00Z\nguid: ab-cd',
    ],
    [{ html: '<h2 id="own">A</h2>' }, '## A {#own}'],
    [{ html: null, markdown: '# Old *Ghost*' }, '\n# Old *Ghost*\n'],
    [
      { mobiledoc: '{"cards":[["markdown",{"markdown":"A *card*"}]],"sections":[[10,0]]}' },
      '\nA *card*\n',
    ],
    [
      {
        html: '<div class="kg-card kg-callout-card"><div class="kg-callout-emoji">!</div><div class="kg-callout-text">Mind <b>it</b></div></div>',
      },
      '\n> Mind **it**\n',
    ],
    [
      {
        html: '<figure class="kg-card kg-bookmark-card"><a href="https://b.example/"><div class="kg-bookmark-title">B</div></a></figure>',
      },
      '\n[B](https://b.example/)\n',
    ],
    [
      {
        html: '<figure class="kg-card kg-image-card"><img src="__GHOST_URL__/content/images/size/w600/x.png" alt="X"><figcaption><span style="x">An X</span></figcaption></figure>',
      },
      '\n![X](/content/images/x.png "An X")\n',
    ],
    [{ feature_image: '__GHOST_URL__/content/images/x.png' }, 'cover:\n  image: ./a-post/x.png\n'],
  ])('%j has %j', (post, line) => {
    expect(fileOf(imported(post, {}, { 'content/images/x.png': '' }))).toContain(line);
  });

  test.each(['a%20b.png', '100%.png'])('has the picture %s that is beside the export', (name) => {
    const html = `<img src="__GHOST_URL__/content/images/${name}" alt="X">`;
    const files = { 'content/images/a b.png': '', 'content/images/100%.png': '' };
    const { settings, diagnostics } = imported({ html }, {}, files);
    expect(settings.elsewhere).toBeUndefined();
    expect(diagnostics).toEqual([]);
  });

  test('reports code injection and what is for members', () => {
    const { diagnostics } = imported({ codeinjection_head: '<style>', visibility: 'members' });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'visibility is members; imported as a draft',
      'code injection skipped',
    ]);
  });
});

describe('a blog of Ghost', () => {
  test('keeps its URLs, or redirects them', () => {
    const { addresses } = imported({});
    expect(addresses.map(({ from, to, by }) => [from, to, by].join(' '))).toEqual([
      '/a-post/ /a-post/ same',
      '/ / same',
      '/tag/primary/ /tags/primary/ page',
      '/tag/primary/rss/ /tags/primary/rss.xml page',
      '/tag/second/ /tags/second/ page',
      '/tag/second/rss/ /tags/second/rss.xml page',
      '/author/ada/ /authors/ada-reed/ page',
      '/author/ada/rss/ /authors/ada-reed/rss.xml page',
      ...['pages', 'posts', 'authors', 'tags'].map(
        (name) => `/sitemap-${name}.xml /sitemap-index.xml rule`,
      ),
      '/rss/ /rss/ feed',
      '/sitemap.xml /sitemap.xml same',
    ]);
  });

  test('has its settings', () => {
    expect(imported({}).settings).toMatchObject({
      ...{ title: 'The old press', url: 'https://old.example/', timeZone: 'Europe/Berlin' },
      ...{ permalink: '/:slug/', nav: [{ label: 'Post', link: '/a-post/' }] },
    });
  });
});
