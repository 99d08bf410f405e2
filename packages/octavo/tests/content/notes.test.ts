import { describe, expect, test } from 'vitest';
import { formatDiagnostic, sortDiagnostics } from '../../src/diagnostics/diagnostic.ts';
import type { SiteConfig } from '../../src/settings/settings.ts';
import { post } from '../../../../tests/posts.ts';
import { readFiles } from '../helpers.ts';

const PAGE = '---\ntitle: T\n---\n';

/** Returns what is wrong with a site of these files, as lines below src/content/. */
function errors(files: Record<string, string>, config?: Partial<SiteConfig>): string[] {
  return sortDiagnostics(readFiles(files, config).diagnostics).map((diagnostic) =>
    formatDiagnostic(diagnostic).replace(/^src\/content\//, ''),
  );
}

describe('a note', () => {
  const note = (keys: Record<string, unknown> = {}) => post({ title: undefined, ...keys });
  const taken = (file: string, url: string, by: string, fix = 'set another slug') =>
    `${file}:1:1  slug: ${url} is already the URL of ${by}; ${fix}`;
  const RENAME = 'rename one of them';
  test.each<[string, Record<string, string>, string[]]>([
    ['needs no title', { 'notes/a.md': note() }, []],
    ['may have the name of a post', { 'notes/a.md': note(), 'posts/a.md': post({}) }, []],
    [
      'cannot have the URL of another',
      { 'notes/a.md': note(), 'notes/2024/a.md': note() },
      [taken('notes/a.md', '/notes/a/', 'src/content/notes/2024/a.md')],
    ],
    [
      'cannot have the URL of a page',
      { 'notes/a.md': note(), 'pages/notes/a.md': PAGE },
      [taken('pages/notes/a.md', '/notes/a/', 'src/content/notes/a.md', RENAME)],
    ],
    [
      'has a list, where no page can be',
      { 'pages/notes.md': PAGE },
      [taken('pages/notes.md', '/notes/', 'a built-in page', RENAME)],
    ],
    [
      'has only keys of short texts',
      { 'notes/a.md': note({ series: 'S' }) },
      ['notes/a.md:3:1  unknown key series'],
    ],
    [
      'has a page that it is about',
      { 'notes/a.md': note({ link: '/x/' }) },
      ['notes/a.md:3:1  link: must be a URL, like https://example.com/'],
    ],
    [
      'has something to show',
      {
        'notes/a.md': '---\ndate: 2024-01-01\n---\n\n',
        'notes/b.md': '---\ndate: 2024-01-01\nlink: https://example.org/\n---\n',
        'notes/c.md': '---\ntitle: C\ndate: 2024-01-01\n---\n',
      },
      ['notes/a.md:1:1  note: empty; write a text, or set title or link'],
    ],
    [
      'has a slug',
      { 'notes/!.md': note() },
      ['notes/!.md:1:1  slug: missing; the file name ! has no letter or digit for a URL'],
    ],
  ])('%s', (_, files, expected) => {
    expect(errors(files, { notes: {} })).toEqual(expected);
  });

  test('prevents a feed of the settings at the URL of one of its feeds', () => {
    const feeds = { alsoAt: { rss: ['/notes/rss.xml'] } };
    expect(errors({}, { feeds })).toEqual([]);
    expect(errors({}, { feeds, notes: {} })).toEqual([
      'src/site.config.ts:1:1  feeds.alsoAt: /notes/rss.xml is already the URL of another feed; choose another path',
    ]);
  });
});

test('a post says what was found by via', () => {
  const [via, link] = ['https://a.example/', 'https://b.example/'];
  const files = { 'posts/a.md': post({ via }), 'posts/b.md': post({ via, link }) };
  expect(errors(files)).toEqual([
    'posts/a.md:4:1  via: needs link, the page that was found there; set link',
  ]);
});
