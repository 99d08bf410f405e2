import { describe, expect, test } from 'vitest';
import { hexo } from '../../src/hexo/hexo.ts';
import { hexoSlug } from '../../src/hexo/slug.ts';
import {
  bodyOf,
  differences,
  fileOf,
  importedFiles,
  importedFixture,
  madeAddresses,
} from '../imported.ts';

describe('the fixture', () => {
  test('answers every URL that Hexo makes, and no other', () => {
    const { dead, invented } = differences(importedFixture(hexo), madeAddresses(hexo));
    expect({ dead, invented }).toEqual({ dead: [], invented: ['/first/'] });
  });

  test('has what the front matter says', () => {
    expect(fileOf(importedFixture(hexo), 'a-first-post/index.md')).toBe(`---
title: A first post
date: 2024-01-06 10:30:00
updated: 2024-02-01 10:00:00
tags:
  - Presses
  - Old presses
  - C++
  - lead type
toc: true
---

A line\\
and its end. ![The press](./press.svg)

<!-- more -->

## A Größe & *more* {#A-Grose-more}

See [In a folder](../../../../2023/06/01/2023/in-a-folder.md) and [that one](../../../../old/written.md).

\`\`\`rust title="Levers" {1}
fn press() {}
\`\`\`

> Lead is heavy.
>
> — Ada Reed, On Type <https://old.example/type/>

<https://old.example/frame/>
`);
  });

  test('keeps front matter without its first line', () => {
    expect(fileOf(importedFixture(hexo), 'written.md')).toContain('title: With an address\n');
  });

  test('has the settings of the configuration and the theme', () => {
    expect(importedFixture(hexo).settings).toEqual({
      title: 'The old press',
      description: 'On type and paper.',
      url: 'https://old.example/blog/',
      language: 'en',
      timeZone: 'Europe/Berlin',
      author: 'ada-reed',
      permalink: '/:folder/:slug/',
      pageSize: 2,
      nav: [
        { label: 'About', link: '/about/' },
        { label: 'Archives', link: '/archive/' },
      ],
      social: [{ name: 'GitHub', link: 'https://github.com/press' }],
    });
  });
});

const CONFIG = 'title: Old\nurl: https://old.example\n';
const post = (body: string) => `---\ntitle: Post\ndate: 2024-01-06\n---\n${body}\n`;

function convert(body: string, config = ''): string {
  const site = importedFiles(hexo, {
    '_config.yml': CONFIG + config,
    'source/_posts/post.md': post(body),
    'source/_posts/other.md': post('Other.'),
  });
  return bodyOf(site, 'post.md');
}

describe('a text', () => {
  test.each([
    ['{% note danger Hot %}\nMetal\n{% endnote %}', '> [!CAUTION] Hot\n> Metal'],
    ['{% youtube dQw4w9WgXcQ %}', '<https://www.youtube.com/watch?v=dQw4w9WgXcQ>'],
    ['{% btn /x/, Press, home %}', '[Press](/x/)'],
    ['{% cq %}\nA line\n{% endcq %}', '> A line'],
    ['{% tabs one %}\n<!-- tab First -->\nA\n<!-- endtab -->\n{% endtabs %}', '**First**\n\n\nA'],
    ['[x]({% post_path other %})', '[x](./other.md)'],
    ['{% asset_link a.zip The file %}', '[The file](a.zip)'],
    ['{% own 1 %}A{% endown %}', 'A'],
    ['{% own 1 %}', ''],
    ['{% raw %}{{ x }}{% endraw %}', '{{ x }}'],
    ['`{{ x }}`', '`{{ x }}`'],
  ])('%j becomes %j', (body, text) => {
    expect(convert(body)).toBe(text);
  });

  test('has the line breaks of the renderer', () => {
    expect(convert('A\nB')).toBe('A\\\nB');
    expect(convert('A\nB', 'marked:\n  breaks: false\n')).toBe('A\nB');
  });

  test('names a tag that is not carried over', () => {
    const site = importedFiles(hexo, {
      '_config.yml': CONFIG,
      'source/_posts/post.md': post('A\n\n{% own 1 %}'),
    });
    expect(site.diagnostics).toContainEqual(
      expect.objectContaining({
        line: 7,
        message: expect.stringContaining('own: unknown') as string,
      }),
    );
  });
});

describe('the URL of a post', () => {
  test.each([
    [':year/:month/:day/:title/', 'a/post', '/2024/01/06/a/post/'],
    [':title.html', 'post', '/post.html'],
    ['posts/:category/:name/', 'a/post', '/posts/Essays-more/post/'],
    ['p/:hash/', 'post', '/p/9d1cbbb97d3d/'],
    [':i_month-:i_day/:post_title', 'x', '/1-6/a-title/'],
  ])('is by %s', (permalink, name, url) => {
    const site = importedFiles(hexo, {
      '_config.yml': `${CONFIG}permalink: ${permalink}\n`,
      [`source/_posts/${name}.md`]:
        '---\ntitle: A title\ndate: 2024-01-06\ncategories: Essays & more\n---\nText\n',
    });
    expect(site.addresses.find(({ kind }) => kind === 'post')?.from).toBe(url);
  });

  test('is by the day in the name of the file', () => {
    const site = importedFiles(hexo, {
      '_config.yml': `${CONFIG}new_post_name: :year-:month-:day-:title.md\n`,
      'source/_posts/2024-01-06-post.md': '---\ntitle: A title\n---\nText\n',
    });
    expect(site.addresses.find(({ kind }) => kind === 'post')?.from).toBe('/2024/01/06/post/');
  });
});

test.each([
  ['C++ & Größe', 'C-Grose'],
  ['日本語ガイド', '日本語ガイド'],
  ['.NET 8.0!', 'NET-8-0'],
])('the slug of %s is %s', (text, slug) => {
  expect(hexoSlug(text)).toBe(slug);
});
