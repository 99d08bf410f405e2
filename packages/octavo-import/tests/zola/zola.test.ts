import { describe, expect, test } from 'vitest';
import { zola } from '../../src/zola/zola.ts';
import { zolaSlug } from '../../src/zola/slug.ts';
import {
  bodyOf,
  differences,
  fileOf,
  importedFiles,
  importedFixture,
  madeAddresses,
} from '../imported.ts';

test('a tag that only pages have redirects to the list of tags, and its feed to that of all posts', () => {
  const { addresses } = importedFiles(zola, {
    'config.toml':
      'base_url = "https://a.example"\ngenerate_feeds = true\n[[taxonomies]]\nname = "tags"\nfeed = true',
    'content/blog/_index.md': '+++\n+++',
    'content/blog/a.md':
      '+++\ntitle = "A"\ndate = 2024-01-06\n[taxonomies]\ntags = ["go"]\n+++\nA.',
    'content/work/b.md': '+++\ntitle = "B"\n[taxonomies]\ntags = ["Back end"]\n+++\nB.',
  });
  const ofTags = addresses.filter(({ from }) => from.startsWith('/tags/'));
  expect(ofTags.map(({ from, to, by }) => `${from} → ${to}, ${by}`)).toEqual([
    '/tags/ → /tags/, same',
    '/tags/go/ → /tags/go/, same',
    '/tags/go/atom.xml → /tags/go/rss.xml, feed',
    '/tags/back-end/ → /tags/, page',
    '/tags/back-end/atom.xml → /rss.xml, rule',
  ]);
});

describe('the fixture', () => {
  test('answers every URL that Zola makes, and no other', () => {
    expect(differences(importedFixture(zola), madeAddresses(zola))).toEqual({
      dead: ['/404.html'],
      invented: [],
    });
  });

  test('has what the front matter says', () => {
    expect(fileOf(importedFixture(zola), 'first.md')).toBe(`---
title: A first post
date: 2024-01-06T10:30:00+01:00
updated: 2024-02-01
description: The first.
tags:
  - C++
  - Größe
authors:
  - bob-quill
aliases:
  - /old/first.html
  - /first/
guid: https://old.example/blog/blog/first/
toc: true
---

See [the bundle](./a-bundle/index.md#it-s-a-grosse-thing).

<!-- more -->

## What's "it"? {#what-s-it}

\`\`\`rust {1,3} showLineNumbers startLine=20
fn press() {}
\`\`\`

<https://www.youtube.com/watch?v=dQw4w9WgXcQ>

<div class="tip">

Hot **metal**.

</div>

Write \`{{ box() }}\` and <!-- {{ unknown(a=1) }} -->.
`);
    expect(fileOf(importedFixture(zola), 'a-bundle/index.md')).toBe(`---
title: A bundle
date: 2023-06-01
tags:
  - C++
---

![The press](./press.svg) and ![Folio](/img/folio.svg).

## It's a *große* thing {#it-s-a-grosse-thing}
`);
  });

  test('has its translations beside the originals, at their old URLs', () => {
    const site = importedFixture(zola);
    expect(fileOf(site, 'first.es.md')).toBe(`---
title: Un primer artículo
date: 2024-01-06T10:30:00+01:00
tags:
  - C++
aliases:
  - /es/primera/
guid: https://old.example/blog/es/blog/first/
---

Véase [el original](./first.md) y [el paquete](./a-bundle/index.md).
`);
    const found = site.addresses.filter(({ from }) => from.startsWith('/es/'));
    expect(found.map(({ from, to, by }) => `${from} → ${to} (${by})`)).toEqual([
      '/es/blog/first/ → /es/blog/first/ (same)',
      '/es/primera/ → /es/blog/first/ (alias)',
      '/es/ → /es/ (same)',
      '/es/tags/ → /es/tags/ (same)',
      '/es/tags/c/ → /es/tags/c++/ (page)',
      '/es/tags/c/atom.xml → /es/tags/c++/rss.xml (rule)',
      '/es/atom.xml → /es/atom.xml (same)',
    ]);
  });

  test('has the settings of the configuration and the theme', () => {
    expect(importedFixture(zola).settings).toEqual({
      title: 'The old press',
      description: 'On type and paper.',
      url: 'https://old.example/blog/',
      language: 'en',
      timeZone: 'UTC',
      author: 'ada-reed',
      permalink: '/blog/:slug/',
      pageSize: 2,
      nav: [{ label: 'about', link: '/who/we-are/' }],
      social: [{ name: 'GitHub', link: 'https://github.com/press' }],
      intro: 'Of *metal* and [paper](/who/we-are/).',
      feeds: { alsoAt: { rss: ['/:folder/atom.xml'] } },
      languages: {
        es: {
          title: 'La vieja prensa',
          nav: [{ label: 'about', link: 'https://old.example/blog/who/we-are/' }],
        },
      },
    });
  });

  test('reports what is not carried over', () => {
    const { diagnostics } = importedFixture(zola);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'skipped front matter keys: shown',
      "unknown: unknown shortcode; left as a comment; map it by --shortcode 'unknown=inner'",
    ]);
  });
});

const CONFIG = 'base_url = "https://old.example"\ntitle = "Old"\n';

function convert(body: string, files: Record<string, string> = {}): string {
  const post = `+++\ntitle = "Post"\ndate = 2024-01-06\n+++\n${body}\n`;
  const site = importedFiles(zola, { 'config.toml': CONFIG, 'content/post.md': post, ...files });
  return bodyOf(site, 'post.md');
}

describe('a text', () => {
  test.each([
    ['{{ vimeo(id="1") }}', '<https://vimeo.com/1>'],
    ['{{ gist(url="https://gist.github.com/a/b") }}', '<https://gist.github.com/a/b>'],
    ['{% mermaid() %}\ngraph LR\n{% end %}', '```mermaid\ngraph LR\n```'],
    ['{% admonition(type="tip", title="Hot") %}\nA\n{% end %}', ':::tip[Hot]\n\nA\n\n:::'],
    ['{{ admonition(type="tip", text="A") }}', '> [!TIP]\n> A'],
    ['{% unknown() %}A{% end %}', 'A<!-- {% end %} -->'],
    ['{% end %} and {{ x }}', '{% end %} and {{ x }}'],
    ['```rust,ignore\nA\n```', '```rust\nA\n```'],
    ['```toml,name=a.toml\nA\n```', '```toml title="a.toml"\nA\n```'],
  ])('%j becomes %j', (body, text) => {
    expect(convert(body)).toBe(text);
  });

  test.each([
    ['<b>{{ text }}</b>', 'own(text="<i>")', '<b>&lt;i&gt;</b>'],
    ['{% if a %}A{% elif b %}B{% else %}C{% endif %}', 'own(b=true)', 'B'],
    ['{% set c = a | default(value="D") %}{{ c | upper }}', 'own()', 'D'],
    ['{% for x in xs %}<i>{{ x }}</i>{% endfor %}', 'own(xs=["1", "2"])', '<i>1</i><i>2</i>'],
    ['<a href="{{ get_url(path=to) }}">x</a>', 'own(to="/x/")', '<a href="/x/">x</a>'],
    ['{{ load_data(path=a) }}', 'own(a="b")', '<!-- {{ own(a="b") }} -->'],
    ['{% import "m.html" as m %}', 'own()', '<!-- {{ own() }} -->'],
  ])('is expanded by the template %s', (template, call, text) => {
    expect(convert(`{{ ${call} }}`, { 'templates/shortcodes/own.html': template })).toBe(text);
  });
});

test.each([
  ['C++ & Größe', 'on', 'c-grosse'],
  ["What's new?", 'on', 'what-s-new'],
  ['北京 guide', 'on', 'bei-jing-guide'],
  ['Größe: (a) b', 'safe', 'Größe_a_b'],
  ['A b', 'off', 'A b'],
] as const)('the slug of %s by "%s" is %s', (text, mode, slug) => {
  expect(zolaSlug(text, mode)).toBe(slug);
});

test('a path with a language is that of the page in it; a language without pages redirects', () => {
  const languages = '[languages.es]\n[languages.ca]\n[languages.pt-BR]\n';
  const { files, addresses } = importedFiles(zola, {
    'config.toml': `${CONFIG}${languages}`,
    'content/post.md': '+++\ntitle = "P"\ndate = 2024-01-06\n+++\nA.',
    'content/post.es.md': '+++\ntitle = "P"\ndate = 2024-01-06\npath = "es/p"\n+++\nA.',
    'content/post.pt-BR.md': '+++\ntitle = "P"\ndate = 2024-01-06\n+++\nA.',
  });
  const posts = files.filter(({ path }) => path.startsWith('src/content/posts/'));
  expect(posts.map(({ path }) => path.slice('src/content/posts/'.length))).toEqual([
    ...['post.md', 'post.es.md', 'post.pt-BR.md'],
  ]);
  const others = addresses.filter(({ from }) => /^\/\w\w(?:-BR)?\//.test(from));
  expect(others.map(({ from, to, by }) => `${from} → ${to} (${by})`)).toEqual([
    '/es/p/ → /es/p/ (same)',
    '/pt-BR/post/ → /pt-BR/post/ (same)',
    '/ca/ → / (page)',
    '/es/ → /es/ (same)',
    '/pt-BR/ → /pt-BR/ (same)',
  ]);
});
