import { describe, expect, test } from 'vitest';
import {
  filesBelow,
  holds,
  markdownDocument,
  type Dependency,
  type SiteIndex,
} from '../../src/markdown/document.ts';
import { render } from '../helpers.ts';

const siteIndex = (pages: Record<string, string>, files: string[] = []): SiteIndex => ({
  address: (path) => pages[path],
  exists: (path) => files.includes(path),
  isFile: (path) => files.includes(path),
  page: () => undefined,
  translation: () => undefined,
  release: () => undefined,
  size: () => undefined,
  named: () => [],
  package: () => undefined,
  title: () => undefined,
  fileError: () => undefined,
  anchors: (path) => (files.includes(path) ? ['a', 'b'] : undefined),
  text: (path) => (files.includes(path) ? `text of ${path}` : undefined),
});

describe('a document', () => {
  test('records what it asks, with the answers', () => {
    const document = markdownDocument('a.md', siteIndex({ 'b.md': '/b/' }, ['c.png']));
    expect(document.address('b.md')).toBe('/b/');
    expect(document.address('x.md')).toBeUndefined();
    expect(document.exists('c.png')).toBe(true);
    expect(document.exists('x.png')).toBe(false);
    expect(document.dependencies).toEqual([
      ['address', 'b.md', '/b/'],
      ['address', 'x.md', null],
      ['exists', 'c.png', true],
      ['exists', 'x.png', false],
    ]);
  });

  test('reports errors and warnings in its file', () => {
    const document = markdownDocument('a.md', siteIndex({}));
    document.report({ line: 3, column: 5 }, 'wrong', 'include');
    document.report(undefined, 'odd', 'todo');
    expect(document.diagnostics).toEqual([
      { file: 'a.md', line: 3, column: 5, severity: 'error', message: 'wrong', rule: 'include' },
      { file: 'a.md', line: 1, column: 1, severity: 'warning', message: 'odd', rule: 'todo' },
    ]);
  });
});

describe('a rendering holds while every answer is the same', () => {
  const answers: Dependency[] = [
    ['address', 'b.md', '/b/'],
    ['address', 'x.md', null],
    ['exists', 'c.png', true],
    ['exists', 'x.png', false],
  ];

  test.each([
    ['all the same', { 'b.md': '/b/' }, ['c.png'], true],
    [
      'more is there that it did not ask for',
      { 'b.md': '/b/', 'd.md': '/d/' },
      ['c.png', 'd.png'],
      true,
    ],
    ['an address has changed', { 'b.md': '/new/' }, ['c.png'], false],
    ['a page is gone', {}, ['c.png'], false],
    ['a page has come', { 'b.md': '/b/', 'x.md': '/x/' }, ['c.png'], false],
    ['a file is gone', { 'b.md': '/b/' }, [], false],
    ['a file has come', { 'b.md': '/b/' }, ['c.png', 'x.png'], false],
  ])('where %s: %j %j', (_, pages, files, expected) => {
    expect(holds(answers, siteIndex(pages as Record<string, string>, files))).toBe(expected);
  });

  test('as read back from JSON', () => {
    const read = JSON.parse(JSON.stringify(answers)) as Dependency[];
    expect(holds(read, siteIndex({ 'b.md': '/b/' }, ['c.png']))).toBe(true);
  });

  test('and where it asked nothing', () => {
    expect(holds([], siteIndex({}))).toBe(true);
  });
});

test('a rendering depends on each file that its text names', async () => {
  const { dependencies } = await render(
    '[a](./b.md) ![c](./c.png) [d](https://example.com/d.md) [e](/e/) ![f](/f.png)',
    { files: { 'b.md': '/b/', 'c.png': undefined } },
  );
  expect(new Set(dependencies.map((dependency) => dependency.join(' ')))).toEqual(
    new Set([
      'address src/content/posts/b.md /b/',
      'exists src/content/posts/c.png true',
      'exists src/content/posts/c.dark.png false',
      'exists public/f.png false',
    ]),
  );
});

describe('the files of a project', () => {
  const files = filesBelow(import.meta.dirname);

  test('have a text', () => {
    expect(files.text('document.test.ts')).toContain('import');
  });

  test.each(['code', 'missing.md', 'document.test.ts/a.md', '../helpers.ts'])(
    'do not include %s',
    (path) => {
      expect(files.text(path)).toBeUndefined();
    },
  );
});
