import { describe, expect, test } from 'vitest';
import { attachment, fileOf, imported, item } from './export.ts';

describe('a post of WordPress', () => {
  test('has its date in the zone of the blog, its terms and the id of the feed', () => {
    const terms =
      '<category domain="category" nicename="web">Web</category><category domain="post_tag" nicename="c">C++</category><category domain="category" nicename="uncategorized">Uncategorized</category>';
    expect(fileOf(imported([item(1, 'Text', terms)]), 'posts/post-1')).toBe(`---
title: Post 1
date: 2024-01-01T10:30:00+01:00
tags:
  - Web
  - C++
guid: https://old.example/?p=1
---

Text
`);
  });

  test.each([
    ['<wp:status>draft</wp:status>', 'draft: true'],
    ['<wp:status>private</wp:status>', 'draft: true'],
    ['<wp:status>publish</wp:status><wp:post_password>x</wp:post_password>', 'draft: true'],
    ['<wp:status>publish</wp:status><wp:is_sticky>1</wp:is_sticky>', 'pinned: true'],
    ['<excerpt:encoded><![CDATA[The <b>start</b>]]></excerpt:encoded>', 'summary: The start'],
    [
      '<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>before</wp:meta_value></wp:postmeta><wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>first</wp:meta_value></wp:postmeta>',
      'aliases:\n  - /2024/01/01/before/\n  - /2024/01/01/first/',
    ],
    ['<category domain="post_tag" nicename="r-d"><![CDATA[R&amp;D]]></category>', 'tags:\n  - R&D'],
  ])('with %s has %s', (more, line) => {
    expect(fileOf(imported([item(1, 'x', more), item(2, '')]), 'posts/post-1')).toContain(line);
  });

  test.each(['trash', 'auto-draft', 'inherit'])('that is %s is skipped', (status) => {
    const { counts } = imported([item(1, ''), item(2, '', `<wp:status>${status}</wp:status>`)]);
    expect(counts.posts).toBe(1);
  });

  test('has the id of the feed once', () => {
    const twin = item(2, '').replace('?p=2', '?p=1');
    expect(fileOf(imported([item(1, ''), twin]), 'posts/post-2')).not.toContain('guid');
  });
});

describe('a blog of WordPress', () => {
  const terms = '<category domain="category" nicename="web">Web</category>';
  const page = '<wp:post_type>page</wp:post_type><link>https://old.example/about/team/</link>';
  const imports = () =>
    imported([
      item(1, 'Text', terms),
      item(2, 'Team', page),
      item(3, 'Secret', '<wp:status>draft</wp:status><link>https://old.example/?p=3</link>'),
      attachment(4, 'x.png', 1),
      item(5, '', '<wp:post_type>feedback</wp:post_type>'),
    ]);

  test('keeps its URLs, or redirects them', () => {
    const answers = imports()
      .addresses.map(({ from, to, by }) => [from, to, by].join(' '))
      .sort();
    expect(answers).toEqual(
      [
        '/ / same',
        '/2024/ /archive/ page',
        '/2024/01/ /archive/ page',
        '/2024/01/01/ /archive/ page',
        '/2024/01/01/post-1/ /2024/01/01/post-1/ same',
        '/about/team/ /about/team/ same',
        '/author/ada/ /authors/ada-reed/ page',
        '/author/ada/feed/ /authors/ada-reed/rss.xml page',
        '/category/code/web/ /tags/web/ page',
        '/category/code/web/feed/ /tags/web/rss.xml page',
        '/comments/feed/  nothing',
        '/feed/ /feed/ feed',
        '/feed/atom/ /feed/atom/ feed',
        '/feed/rss2/ /feed/rss2/ feed',
        '/sitemap.xml /sitemap.xml same',
        '/wp-sitemap.xml /sitemap-index.xml rule',
      ].sort(),
    );
  });

  test('has its settings', () => {
    expect(imports().settings).toMatchObject({
      title: 'The old press',
      description: 'Print & paper',
      url: 'https://old.example/',
      language: 'de-DE',
      permalink: '/:year/:month/:day/:slug/',
      author: 'ada-reed',
      elsewhere: ['/wp-content/uploads/'],
      feeds: { alsoAt: { rss: ['/feed/', '/feed/rss2/'], atom: ['/feed/atom/'] } },
    });
  });

  test('has its menu, with categories', () => {
    const entry = (order: number, type: string, more: string) =>
      item(
        order,
        '',
        `<wp:post_type>nav_menu_item</wp:post_type><wp:menu_order>${order}</wp:menu_order>
<title></title><wp:postmeta><wp:meta_key>_menu_item_type</wp:meta_key><wp:meta_value>${type}</wp:meta_value></wp:postmeta>${more}`,
      ).replace(/<title>Post \d<\/title>/, '');
    const meta = (key: string, value: string) =>
      `<wp:postmeta><wp:meta_key>_menu_item_${key}</wp:meta_key><wp:meta_value>${value}</wp:meta_value></wp:postmeta>`;
    const { settings } = imported([
      item(1, 'Text', terms),
      item(2, 'Team', page),
      entry(7, 'taxonomy', meta('object_id', '5')),
      entry(8, 'post_type', meta('object_id', '2')),
      entry(9, 'custom', meta('url', 'http://www.old.example/')).replace(
        '<title></title>',
        '<title>Home</title>',
      ),
    ]);
    expect(settings.nav).toEqual([
      { label: 'Web & more', link: '/tags/web/' },
      { label: 'Post 2', link: '/about/team/' },
    ]);
  });

  test('has a URL for each page of a post', () => {
    const { addresses } = imported([item(1, 'a\n<!--nextpage-->\nb')]);
    const [second] = addresses.filter(({ from }) => from === '/2024/01/01/post-1/2/');
    expect(second?.to).toBe('/2024/01/01/post-1/');
  });

  test('reports what is not carried over', () => {
    const messages = imports().diagnostics.map(({ file, message }) => `${file}: ${message}`);
    expect(messages).toEqual([
      'export.xml: 1 item of the type feedback skipped',
      'export.xml: 1 file not found beside the export, left at the old URL; put the folder wp-content/uploads there and import again',
      'https://old.example/wp-content/uploads/2024/x.png: stays at its old URL',
    ]);
  });

  test('brings the files beside the export', () => {
    const files = { 'wp-content/uploads/2024/x.png': '' };
    const { settings, addresses } = imported([item(1, ''), attachment(4, 'x.png', 1)], files);
    expect(settings.elsewhere).toBeUndefined();
    expect(addresses.map(({ from }) => from)).toContain('/wp-content/uploads/2024/x.png');
  });
});
