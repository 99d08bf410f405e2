import { describe, expect, test } from 'vitest';
import { eleventy } from '../../src/eleventy/eleventy.ts';
import {
  bodyOf,
  differences,
  fileOf,
  importedFiles,
  importedFixture,
  madeAddresses,
} from '../imported.ts';

describe('the fixture', () => {
  test('answers every URL that Eleventy makes but the page of a template, and no other', () => {
    expect(differences(importedFixture(eleventy), madeAddresses(eleventy))).toEqual({
      dead: ['/colophon/'],
      invented: [],
    });
  });

  test('has what the front matter says', () => {
    expect(fileOf(importedFixture(eleventy), 'first-post.md')).toBe(`---
title: A first post
date: 2024-01-06
description: The first.
tags:
  - lead type
  - C++
---

See [the second](./2023-06-01-a-second.md) in A first post, and [by path](../old/written.md#it-s-here).

## What's "it" & more? {#whats-it-and-more}

<https://www.youtube.com/watch?v=dQw4w9WgXcQ>

Made in . {{ braces }}
`);
    expect(bodyOf(importedFixture(eleventy), '2023-06-01-a-second.md')).toBe(
      '![The press](/blog/press.svg)',
    );
  });

  test('has the settings of the data', () => {
    expect(importedFixture(eleventy).settings).toEqual({
      title: 'The old press',
      description: 'On type and paper.',
      url: 'https://old.example/',
      language: 'en',
      timeZone: 'UTC',
      author: 'ada-reed',
      permalink: '/:folder/:slug/',
      nav: [{ label: 'About us', link: '/about/' }],
      feeds: { alsoAt: { atom: ['/feed/feed.xml'] } },
    });
  });

  test('reports what is not carried over', () => {
    const messages = importedFixture(eleventy).diagnostics.map(({ message }) => message);
    expect(messages).toContain('skipped front matter keys: shown');
    expect(messages).toContain('year: unknown Liquid tag; skipped');
    expect(messages).toContain(
      '/colophon/: a page of a template, without a text that could be imported',
    );
  });
});

const post = (frontMatter: string) =>
  `---\ntitle: A Post\ndate: 2024-01-06\ntags: posts\n${frontMatter}\n---\nText.\n`;

describe('the URL of a post', () => {
  const urlOf = (files: Record<string, string>) =>
    importedFiles(eleventy, files).addresses.find(({ kind }) => kind === 'post')?.from;

  test.each([
    ['', '/post/'],
    ['permalink: /a/{{ title | slugify }}/index.html', '/a/a-post/'],
    ['permalink: "{{ page.date | month }}/{{ page.fileSlug }}.html"', '/2024/01/post.html'],
    ['permalink: "/{{ title | own }}/"', '/post/'],
  ])('is by %j', (frontMatter, url) => {
    const config =
      "module.exports = (c) => { c.addFilter('month', (d) => DateTime.fromJSDate(d).toFormat('y/MM')); };";
    expect(urlOf({ '.eleventy.js': config, 'post.md': post(frontMatter) })).toBe(url);
  });

  test('is by the data of its folder and of its layout', () => {
    const files = { '.eleventy.js': '', 'posts/post.md': post('layout: post') };
    const layout = '---\npermalink: /l/{{ page.fileSlug }}/\n---\n';
    expect(urlOf({ ...files, '_includes/post.njk': layout })).toBe('/l/post/');
    expect(
      urlOf({ ...files, 'posts/posts.json': '{"permalink": "/f/{{ page.fileSlug }}/"}' }),
    ).toBe('/f/post/');
    const data = 'module.exports = { permalink: "/d/{{ page.fileSlug }}/" };';
    expect(urlOf({ ...files, 'posts/posts.11tydata.js': data })).toBe('/d/post/');
  });

  test.each([
    ['(data) => `/a/${data.page.fileSlug}/`', '/a/post/'],
    [
      "({ page, title }) => '/' + this.slugify(title) + `-${page.fileSlug}.html`",
      '/a-post-post.html',
    ],
    ['function (data) { return `/${data.year}/${data?.page?.fileSlug}/`; }', '/2024/post/'],
  ])('is that of a function that puts data into a text: %s', (code, url) => {
    const data = `export default { year: 2024, permalink: ${code} };`;
    const files = { 'eleventy.config.js': '', '_posts/_posts.11tydata.js': data };
    expect(urlOf({ ...files, '_posts/post.md': post('') })).toBe(url);
  });

  test('is guessed where a function makes it', () => {
    const data = 'export default { permalink: (data) => made(data.title) };';
    const site = importedFiles(eleventy, {
      'eleventy.config.js': '',
      'posts/posts.11tydata.js': data,
      'posts/post.md': post(''),
    });
    expect(site.diagnostics.map(({ message }) => message)).toContain(
      'permalink: made by code that is not executed; its old URL is guessed from the file name',
    );
  });
});

describe('the templates of a site', () => {
  const urls = (files: Record<string, string>) =>
    importedFiles(eleventy, files)
      .addresses.map(({ from }) => from)
      .filter((from) => from !== '/');

  test('are in the folder of a configuration that other modules are a part of', () => {
    const config = `const path = require('path');
const own = require('./own.js');
module.exports = (c) => {
  c.addPassthroughCopy(path.join(own.dir.src, 'files'));
  return { dir: { input: own.dir.src, layouts: '_layouts' } };
};`;
    const own = "module.exports = { dir: { src: 'source' } };";
    const files = { '.eleventy.js': config, 'own.js': own, 'readme.md': 'Text.' };
    expect(
      urls({
        ...{
          ...files,
          'source/a.md': post(''),
          'source/_layouts/b.md': '',
          'source/files/c.txt': '',
        },
      }),
    ).toEqual(['/files/c.txt', '/a/']);
  });

  test('are not those of .eleventyignore', () => {
    const files = { '.eleventy.js': '', '.eleventyignore': '# Old\n./old/\nhidden.md\n' };
    expect(
      urls({
        ...files,
        '_new/a.md': 'A',
        'old/b.md': 'B',
        'c/hidden.md': 'C',
        '_includes/d.md': 'D',
      }),
    ).toEqual(['/_new/a/']);
  });

  test('have a page for each tag of a collection, and numbered pages by their permalink', () => {
    const tags =
      '---\npagination: { data: collections.tagList, size: 1, alias: tag }\npermalink: /about/{{ tag.slug }}/\n---\n';
    const list =
      '---\npagination: { data: collections.posts, size: 1 }\npermalink: "/l/{% if pagination.pageNumber > 0 %}p{{ pagination.pageNumber + 1 }}/{% endif %}"\n---\n';
    const files = { '.eleventy.js': '', 'tags.njk': tags, 'list.njk': list };
    const one = post('').replace('posts', '[posts, C]');
    const two = post('').replace('posts', '[posts, The press]');
    expect(urls({ ...files, 'a.md': one, 'b.md': two })).toEqual([
      ...['/a/', '/b/', '/l/', '/l/p2/', '/about/c/', '/about/the-press/'],
    ]);
  });
});

test('a dated text in a folder is a post', () => {
  const dated = (date: string) => `---\ntitle: A Post\n${date}\n---\nText.\n`;
  const { addresses } = importedFiles(eleventy, {
    '.eleventy.js': '',
    'links/a.md': dated('date: 2024-01-06 09:24:03 +02:00'),
    'links/2024-01-06-b.md': dated(''),
    'links/c.md': dated('date: Last Modified'),
    'd.md': dated('date: 2024-01-06'),
  });
  expect(addresses.filter(({ kind }) => kind === 'post').map(({ from }) => from)).toEqual([
    ...['/links/2024-01-06-b/', '/links/a/'],
  ]);
});

test('a picture that the site copies keeps its URL, wherever it is named', () => {
  const body =
    '<picture><source srcset="/img/a.webp"><img src="/img/a.png" alt="A"></picture> [A](/img/a.png)';
  const site = importedFiles(eleventy, {
    '.eleventy.js': "module.exports = (c) => { c.addPassthroughCopy('img'); };",
    ...{ 'img/a.png': 'A', 'img/a.webp': 'A', 'post.md': post('').replace('Text.', body) },
  });
  expect(bodyOf(site, 'post.md')).toBe(body);
});

test('comments of Nunjucks are left out where Markdown has its templates', () => {
  const text = (config: string) =>
    bodyOf(
      importedFiles(eleventy, {
        ...{
          '.eleventy.js': config,
          'post.md': `${post('').trimEnd()} {# not\nshown #} A {{ title }}.\n`,
        },
      }),
      'post.md',
    );
  expect(text("module.exports = () => ({ markdownTemplateEngine: 'njk' });")).toBe(
    'Text.  A A Post.',
  );
  expect(text('')).toBe('Text. {# not\nshown #} A A Post.');
});

test('a feed is at the path in the data of the site', () => {
  const { settings } = importedFiles(eleventy, {
    '.eleventy.js': '',
    '_data/metadata.json': '{"feed": {"path": "/feed/feed.xml"}}',
    'feed.njk': '---\npermalink: "{{ metadata.feed.path }}"\n---\n<feed></feed>',
    'post.md': post(''),
  });
  expect(settings.feeds?.alsoAt).toEqual({ atom: ['/feed/feed.xml'] });
});

test('a post in HTML becomes Markdown', () => {
  const site = importedFiles(eleventy, {
    '.eleventy.js': '',
    'posts/post.html': post('').replace('Text.', '<p>A <b>{{ title }}</b> [x]</p>'),
    'posts/index.njk': post('').replace('Text.', '{% for one in collections.posts %}{% endfor %}'),
  });
  expect(site.counts.posts).toBe(1);
  expect(bodyOf(site, 'post.md')).toBe('A **A Post** \\[x]');
});

test.each([
  ['{% highlight "js" %}\n# a\n{% endhighlight %}', '```js\n# a\n```'],
  ['{% image "/a.png", "An A, again", "100vw" %}', '![An A, again](/a.png)'],
  ['{% image "/a.png" 320 %}', '![](/a.png "decorative")'],
  ['[x]({{ "/posts/other/" | absoluteUrl(site.url) }})', '[x](./other.md)'],
  ['{% set a = "b" %}{{ a }}', 'b'],
  ['{% preview "https://a.example/" %}', '<https://a.example/>'],
  ['{% own 1 %}A{% endown %}', 'A'],
  ['[x]({% ref "other.md" %})', '[x](./other.md)'],
])('a text with %j becomes %j', (body, text) => {
  const site = importedFiles(eleventy, {
    '.eleventy.js': '',
    'posts/post.md': `---\ntitle: A\ndate: 2024-01-06\n---\n${body}\n`,
    'posts/other.md': post(''),
  });
  expect(bodyOf(site, 'post.md')).toBe(text);
});
