import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder } from '../../../octavo/tests/helpers.ts';
import { fileOf, imported, importOf, oldBlog, oldPost, messages } from './old-blog.ts';

const GOOD = { 'content/posts/good.md': oldPost('title: Good\ndate: 2020-01-01') };
const BAD = 'content/posts/bad.md';

/** Imports a malformed post beside a good one. */
function withBad(source: string | Uint8Array) {
  const site = imported({ ...GOOD, [BAD]: source });
  expect(fileOf(site, 'src/content/posts/good.md')).toContain('title: Good');
  return site;
}

test.each([
  ['title: "\nA: b"\ndate: 2020-01-02', 'title: "A: b"\n'],
  ["date: 2020-01-02\ntags:\n- 'a\nb'\ntitle: 'A\nb \"c'", 'title: A b "c\n'],
])('quoted values of several lines may begin in any column, as in Hugo: %j', (values, title) => {
  const site = withBad(oldPost(values));
  expect(fileOf(site, 'src/content/posts/bad.md')).toContain(title);
  expect(site.diagnostics.filter(({ file }) => file === BAD)).toEqual([]);
});

describe('a post is fixed with a warning', () => {
  test.each([
    [
      'duplicate keys in YAML',
      oldPost('title: One\ntitle: Two\ndate: 2020-01-02'),
      'title: Two\n',
      [`${BAD}:3 warning: title: duplicate key; the last is used`],
    ],
    [
      'duplicate keys in TOML',
      '+++\ntitle = "One"\ntitle = "Two"\ndate = 2020-01-02\n+++\n',
      'title: One\n',
      [`${BAD}:3 warning: title: duplicate key; the first is used`],
    ],
    [
      'a colon in a value of YAML',
      oldPost('title: Go: a tour\ndate: 2020-01-02'),
      'title: "Go: a tour"\n',
      [`${BAD}:2 warning: invalid YAML, read as title: "Go: a tour"`],
    ],
    [
      'a quote that is never closed',
      oldPost('title: "Open\ndate: 2020-01-02'),
      'title: Open\n',
      [`${BAD}:2 warning: invalid YAML, read as title: "Open"`],
    ],
    [
      'tabs that indent',
      oldPost('title: Tabs\ndate: 2020-01-02\ntags:\n\t- Go'),
      '  - Go\n',
      [`${BAD}:5 warning: tabs cannot indent in YAML; read as spaces`],
    ],
    [
      'JSON with a comma too many',
      '{\n"title": "Comma",\n"date": "2020-01-02",\n}\nText.\n',
      'title: Comma\n',
      [expect.stringContaining(`${BAD}:1 warning: invalid JSON, read as far as possible`)],
    ],
    [
      'a text without quotes in TOML',
      '+++\ntitle = No quotes\ndate = 2020-01-02\n+++\n',
      'title: No quotes\n',
      [`${BAD}:2 warning: invalid TOML, read as title = "No quotes"`],
    ],
    [
      'a day that does not exist',
      oldPost('title: Leap\ndate: 2023-02-29'),
      'date: 2023-02-28\n',
      [`${BAD}:3 warning: date: 2023-02-29 is not a date; set to 2023-02-28`],
    ],
    [
      'a date that is none',
      oldPost('title: Soon\ndate: soon'),
      'date: 1970-01-01\n',
      [
        `${BAD}:3 warning: date: missing; set to 1970-01-01, since nothing says when it was published`,
        `${BAD}:3 warning: date: soon is not a date`,
      ],
    ],
    [
      'a key with a slip',
      oldPost('tilte: Slip\ndate: 2020-01-02\ntasg: [Go]'),
      'title: Slip\n',
      [
        `${BAD}:2 warning: unknown key tilte, read as title`,
        `${BAD}:4 warning: unknown key tasg, read as tags`,
      ],
    ],
    [
      'no front matter',
      '# The heading\n\nText.\n',
      'title: The heading\n',
      [
        `${BAD}:1 warning: date: missing; set to 1970-01-01, since nothing says when it was published`,
        `${BAD}:1 warning: front matter: missing; title set to the first heading, The heading`,
      ],
    ],
    [
      'Latin-1',
      Buffer.from(oldPost('title: Größe\ndate: 2020-01-02'), 'latin1'),
      'title: Größe\n',
      [
        `${BAD}:1 warning: the file is not UTF-8; read as Latin-1; converted to UTF-8, check its accents`,
      ],
    ],
  ])('with %s', (_, source, written, diagnostics) => {
    const site = withBad(source);
    expect(fileOf(site, 'src/content/posts/bad.md')).toContain(written);
    expect(messages(site)).toEqual(diagnostics);
  });

  test.each([
    ['CRLF', oldPost('title: Ends\ndate: 2020-01-02', 'One.\n\nTwo.').replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${oldPost('title: Ends\ndate: 2020-01-02', 'One.\n\nTwo.')}`],
    ['empty lines before it', `\n\n${oldPost('title: Ends\ndate: 2020-01-02', 'One.\n\nTwo.')}`],
    ['keys in capitals', oldPost('TITLE: Ends\nDate: 2020-01-02', 'One.\n\nTwo.')],
    ['keys below params', oldPost('title: Ends\nparams: { Date: 2020-01-02 }', 'One.\n\nTwo.')],
  ])('and without a warning if it is valid: %s', (_, source) => {
    const site = withBad(source);
    expect(fileOf(site, 'src/content/posts/bad.md')).toBe(
      '---\ntitle: Ends\ndate: 2020-01-02\n---\n\nOne.\n\nTwo.\n',
    );
    expect(messages(site)).toEqual([]);
  });
});

describe('a post is skipped with an error', () => {
  test.each([
    [
      'front matter that is never closed',
      '---\ntitle: Open\n\nText.\n',
      `${BAD}:1 error: front matter is never closed`,
    ],
    [
      'a list for front matter',
      '---\n- a\n- b\n---\n',
      `${BAD}:2 error: front matter: invalid YAML: must be keys and values, like title: My post`,
    ],
    [
      'bytes that are no text',
      Uint8Array.from([0, 1, 2, 3]),
      `${BAD}:1 error: not a text file; skipped`,
    ],
  ])('for %s', (_, source, note) => {
    const site = withBad(source);
    expect(site.files.map(({ path }) => path)).not.toContain('src/content/posts/bad.md');
    expect(messages(site)).toContain(note);
  });

  test('where Octavo does not read its format', () => {
    const site = imported({ ...GOOD, 'content/posts/org.org': '#+title: Org\n' });
    expect(messages(site)).toEqual([
      'content/posts/org.org:1 error: .org is not supported; skipped; /posts/org/ redirects to the index',
    ]);
  });
});

describe('a blog', () => {
  test('with two posts of one slug has both, each at an address of its own', () => {
    const site = imported({
      ...GOOD,
      'content/posts/a.md': oldPost('title: A\ndate: 2020-01-01\nslug: same'),
      'content/posts/b.md': oldPost('title: B\ndate: 2020-01-01\nslug: same'),
    });
    expect(fileOf(site, 'src/content/posts/b.md')).toContain('slug: same-2\n');
    expect(fileOf(site, 'src/content/posts/b.md')).not.toContain('guid');
    expect(messages(site)).toEqual([
      'content/posts/b.md:4 warning: /posts/same/ is already the URL of content/posts/a.md; changed to /posts/same-2/',
    ]);
  });

  test('has nothing of what a symbolic link leads to outside of it', () => {
    const root = oldBlog(GOOD);
    const outside = folder({ 'secret.md': oldPost('title: Secret'), 'more/secret.md': 'x' });
    symlinkSync(join(outside, 'secret.md'), join(root, 'content/posts/secret.md'));
    symlinkSync(join(outside, 'more'), join(root, 'content/posts/more'));
    mkdirSync(join(root, 'static'));
    symlinkSync(outside, join(root, 'static/out'));
    symlinkSync(outside, join(root, 'assets'));
    symlinkSync('good.md', join(root, 'content/posts/inside.md'));
    const site = importOf(root);
    expect(site.counts.posts).toBe(2);
    const refused = 'error: symbolic link to a missing file or out of the blog; skipped';
    expect(messages(site)).toEqual([
      `assets:1 ${refused}`,
      `content/posts/more:1 ${refused}`,
      `content/posts/secret.md:1 ${refused}`,
      `static/out:1 ${refused}`,
    ]);
  });

  test('may hold a text of a megabyte', () => {
    const text = 'A sentence of some words, again and again.\n\n'.repeat(24_000);
    const site = withBad(oldPost('title: Long\ndate: 2020-01-02', text));
    expect(fileOf(site, 'src/content/posts/bad.md').length).toBeGreaterThan(1_000_000);
  });

  test('is not read if its configuration cannot be', () => {
    expect(() => imported(GOOD, 'title: [A\n{')).toThrow(
      /^hugo.yaml:\d+: invalid YAML: .*; nothing was written$/,
    );
  });

  test('is read although its configuration has errors', () => {
    const site = imported(GOOD, 'baseURL: https://old.example/\ntitle: Go: a blog\n');
    expect(site.settings.title).toBe('Go: a blog');
    expect(messages(site)).toContain(
      'hugo.yaml:2 warning: invalid YAML, read as title: "Go: a blog"',
    );
  });
});
