import { describe, expect, test } from 'vitest';
import { fileOf, imported, oldPost } from './old-blog.ts';
import { convert } from './text/text-context.ts';

describe('since Hugo 0.144 ids are made of the plain text, of which Octavo’s differ in', () => {
  // As Hugo 0.147 makes them.
  test.each([
    ['We value _x_', undefined],
    ['Hello [Test](https://example.com)', undefined],
    ['A `code_a` *em*', undefined],
    ['[Hello *w* x](/x/) b', 'hello--b'],
    ['[a_b c](/x)', 'a_'],
    ['*a `b` c* d', 'a--d'],
    ['See https://x.com now', 'see--now'],
    ['[It’s](/x) a -- b ... c', undefined],
    ['a -- b ... c', undefined],
    ['["Quoted"](/x) by me', '-by-me'],
    ['["Quoted"](/x)', 'heading'],
    ['A <b>html</b> B', undefined],
    ['A &amp; B', undefined],
    ['![Alt](/i.png) z', 'alt-z'],
    ['![Alt](/i.png)', 'alt'],
    ['a[^1] b', undefined],
    ['**[x y](/z)** w', undefined],
    ['`--flag`', undefined],
    ['Not {own}', undefined],
    ['A [b *c*](/x) {.big}', 'a-b'],
    ['!!!', 'heading'],
  ])('%s', (line, id) => {
    const body = `## ${line}\n\n[^1]: Note.`;
    const { text } = convert(body, {}, { headingIdsFrom: 'text' });
    const [, written] = /\{#([^\s}]*)[^}]*\}/.exec(text) ?? [];
    expect(written).toBe(id);
  });

  test.each([
    ['formulas for the theme', { mathByTheme: true }, '$\\alpha$ b', 'alpha-b'],
    [
      'formulas that pass through',
      { passthrough: { inline: [['$', '$'] as [string, string]], block: [] } },
      '$\\alpha$ b',
      'b',
    ],
    ['no typographer', { typographer: false }, 'a -- b', 'a----b'],
  ])('with %s', (_, markup, line, id) => {
    const { text } = convert(`## ${line}`, markup, { headingIdsFrom: 'text' });
    expect(text).toBe(`## ${line} {#${id}}`);
  });

  test('of a heading of several lines the last one counts', () => {
    const body = 'Two *a*\n[lines](/x) b\n---';
    expect(convert(body, {}, { headingIdsFrom: 'text' }).text).toContain('{#lines-b}');
  });
});

const LINKED = '## A [b](/posts/x/) c\n\n## We value _x_\n\n';
const ID_OF_SOURCE = /## A \[b\][^\n]* \{#a-bpostsx-c\}/;

/** True where the ids of a blog with these files are made of the source. */
function isOfSource(files: Record<string, string>, config = ''): boolean {
  const site = imported(
    { 'content/posts/x.md': oldPost('title: X\ndate: 2020-01-01', LINKED), ...files },
    `baseURL: https://old.example/\ntitle: Old\n${config}`,
  );
  return ID_OF_SOURCE.test(fileOf(site, 'src/content/posts/x.md'));
}

describe('the version of Hugo', () => {
  test.each([
    ['.hugo-version', '0.143.1\n'],
    ['netlify.toml', '[build.environment]\n  HUGO_VERSION = "0.111.3"\n'],
    ['.github/workflows/pages.yml', "env:\n  HUGO_VERSION: '0.120.4'\n"],
    ['.github/workflows/a.yaml', 'with:\n  hugo-version: 0.92.0\n'],
    ['.gitlab-ci.yml', 'image: registry/hugo:0.101.0\n'],
    ['vercel.json', '{ "build": { "env": { "HUGO_VERSION": "0.130.0" } } }'],
    ['.tool-versions', 'gohugo extended_0.124.0\n'],
  ])('in %s is an old one', (file, source) => {
    expect(isOfSource({ [file]: source })).toBe(true);
  });

  test.each([
    ['.hugo-version', 'v0.144.0'],
    ['netlify.toml', 'HUGO_VERSION = "0.161.1"'],
    ['.github/workflows/pages.yml', 'with:\n  hugo-version: latest'],
    ['.github/workflows/pages.yml', 'run: wget hugo_extended_0.147.6_linux-amd64.deb'],
  ])('in %s is a new one', (file, source) => {
    expect(isOfSource({ [file]: source, 'content/y.md': '[a](#a-bpostsx-c)' })).toBe(false);
  });

  test.each([
    ['max: 0.143.0', true],
    ['min: 0.146.0', false],
    ['min: 0.41.0', true],
  ])('is between those of the configuration: %s', (bound, expected) => {
    const config = `module: { hugoVersion: { ${bound.replace(/ (.*)/, " '$1'")} } }`;
    const files = { 'content/y.md': '[a](/posts/x/#a-bpostsx-c)' };
    expect(isOfSource(files, config)).toBe(expected);
  });
});

describe('without a version', () => {
  test('the links of the blog vote', () => {
    expect(isOfSource({ 'content/y.md': '[a](/posts/x/#a-bpostsx-c)' })).toBe(true);
    const votes = '[a](/posts/x/#a-bpostsx-c) [b](/posts/x#a-b-c) [c](/posts/x/#we-value-x)';
    expect(isOfSource({ 'content/y.md': votes })).toBe(false);
  });

  test('ids are those of today’s Hugo', () => {
    expect(isOfSource({})).toBe(false);
  });
});
