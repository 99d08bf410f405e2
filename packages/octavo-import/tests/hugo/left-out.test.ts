import { describe, expect, test } from 'vitest';
import type { ImportedSite } from '../../src/imported-site.ts';
import { imported, messages, oldPost } from './old-blog.ts';

const BASE = 'baseURL: https://old.example/\ntitle: Old\n';
const POST = oldPost('title: X\ndate: 2020-01-02\ntags: [Go]\naliases: [/old/, rel]');

/** Returns the addresses below a path, as `/fr/ → / (page)`. */
function addressesBelow({ addresses }: ImportedSite, start: string): string[] {
  return addresses
    .filter(({ from }) => from.startsWith(start))
    .map(({ from, to = 'nothing', by }) => `${from} → ${to} (${by})`)
    .sort();
}

describe('a format of output is reported', () => {
  const files = {
    'content/posts/x.md': oldPost('title: X\ndate: 2020-01-02'),
    'content/posts/y.md': oldPost('title: Y\ndate: 2020-01-02\noutputs: [HTML, JSON]'),
  };

  test.each([
    ['of a list', 'outputs: { home: [HTML, RSS, JSON] }', '/index.json → nothing (nothing)'],
    ['of a page alone', '', '/posts/y/index.json → nothing (nothing)'],
    ['of pages', 'outputs: { page: [HTML, Markdown] }', '/posts/x/index.md → nothing (nothing)'],
    [
      'of its own',
      'outputs: { section: [HTML, Plain] }\noutputFormats: { plain: { mediaType: text/plain, baseName: list } }',
      '/posts/list.txt → nothing (nothing)',
    ],
    [
      'in HTML, which redirects',
      'outputs: { page: [HTML, AMP] }',
      '/amp/posts/x/ → /posts/x/ (page)',
    ],
    [
      'in HTML of its own',
      'outputs: { page: [HTML, print] }\noutputFormats: { Print: { path: print, mediaType: text/html } }',
      '/print/posts/x/ → /posts/x/ (page)',
    ],
  ])('%s', (_, config, address) => {
    const site = imported(files, BASE + config);
    expect(addressesBelow(site, '/')).toContain(address);
    expect(messages(site)).toContainEqual(expect.stringMatching(/output format \w+ skipped/));
  });
});

describe('a text that is neither Markdown nor HTML', () => {
  const ORG =
    '#+TITLE: An org\n#+DATE: <2020-01-02 Thu>\n#+SLUG: my-org\n#+ALIASES[]: /x/ /y/\n\n* H\n';

  test.each([
    ['content/posts/a.org', ORG, '/posts/my-org/'],
    ['content/posts/a/index.org', '#+title: A\n', '/posts/a/'],
    ['content/posts/a.adoc', '---\ntitle: A\nurl: /adoc/\n---\n', '/adoc/'],
  ])('is left out, and its URL redirects: %s', (path, source, url) => {
    const site = imported({ [path]: source });
    expect(addressesBelow(site, url)).toEqual([`${url} → / (page)`]);
    expect(messages(site)).toContainEqual(expect.stringContaining(`${url} redirects to the index`));
  });

  test('has aliases, and none as a draft', () => {
    expect(addressesBelow(imported({ 'content/posts/a.org': ORG }), '/y')).toHaveLength(1);
    const draft = imported({ 'content/posts/a.org': `#+draft: true\n${ORG}` });
    expect(addressesBelow(draft, '/posts/my-org')).toEqual([]);
  });
});

test.each(['content/posts/a.html', 'content/posts/a/index.html'])(
  'a text in HTML is a post in Markdown: %s',
  (path) => {
    const body = `<p>A <b>b</b>:{{< highlight go >}}
c
{{< /highlight >}}</p>
<div>
    {{< highlight go >}}
    d
    {{< /highlight >}}
</div>
<script src="https://gist.github.com/me/12.js"></script>
`;
    const site = imported({ [path]: oldPost('title: A\ndate: 2020-01-01', body) });
    const post = site.files.find((file) => file.path.startsWith('src/content/posts/a'));
    expect(String(post?.content)).toContain(
      'A **b**:\n\n```go\nc\n```\n\n```go\n    d\n```\n\n<https://gist.github.com/me/12>',
    );
    expect(messages(site)).toEqual([]);
  },
);

test('an old URL of a built-in page stays its own, with no page in public/ in its place', () => {
  const files = { 'content/search/index.html': '---\ntitle: S\n---\n', 'content/posts/x.md': POST };
  const site = imported({ ...files, 'content/archive.html': '---\ntitle: A\n---\n' }, BASE);
  expect(addressesBelow(site, '/search/')).toEqual(['/search/ → /search/ (same)']);
  expect(addressesBelow(site, '/archive/')).toEqual(['/archive/ → /archive/ (same)']);
});

test('an old URL of a list that the blog does not have redirects to its page', () => {
  const page = (title: string) => oldPost(`title: ${title}`);
  const files = {
    'content/series.md': page('On series'),
    'content/tags/gone/index.md': page('Gone'),
    'content/posts/a.md': oldPost('title: A\ndate: 2020-01-06'),
  };
  const redirects = (post: string) =>
    imported({ ...files, 'content/posts/b.md': oldPost(`title: B\ndate: 2020-01-06\n${post}`) })
      .addresses.filter(({ by, kind }) => by === 'page' && kind === 'page')
      .map(({ from, to }) => `${from} → ${to}`);
  expect(redirects('')).toEqual(['/series/ → /series-2/', '/tags/gone/ → /tags-gone/']);
  expect(redirects('tags: [gone]\nseries: [S]')).toEqual([]);
});
