import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content/read-content.ts';
import {
  contentCounts,
  githubReport,
  jsonReport,
  scheduledPosts,
  textReport,
} from '../../src/checks/reports.ts';
import { checkContent } from '../../src/checks/check-content.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { post } from '../../../../tests/posts.ts';
import { AUTHOR, content, context, folder } from '../helpers.ts';

const error: Diagnostic = {
  ...{ file: 'b.md', line: 3, column: 1, severity: 'error', message: 'wrong' },
};
const warning: Diagnostic = {
  ...{ file: 'a.md', line: 1, column: 2, severity: 'warning', message: 'odd', rule: 'todo' },
};
const done = {
  ...error,
  fix: { start: 0, end: 0, text: '', done: 'a is now b' },
};

const later = {
  ...{ file: 'c.md', title: 'C', date: '2027-01-06 10:30', moment: '2027-01-06T09:30:00.000Z' },
};
const counts = { published: 3, drafts: 1, scheduled: 0, ignored: 2 };
const none = { files: 1, diagnostics: [], fixed: [], scheduled: [], counts, unrecorded: 0 };
const LAST = ['', '3 published, 1 draft, 0 scheduled, 2 files ignored'];

describe('a report', () => {
  test('as text has fixes, errors, warnings and a summary', () => {
    expect(
      textReport({ ...none, files: 2, diagnostics: [warning, error], fixed: [done] }).join('\n'),
    ).toBe(
      'b.md:3:1  fixed: a is now b\n\nb.md:3:1  wrong\n\na.md:1:2  warning: odd\n\n1 error, 1 warning\n\n3 published, 1 draft, 0 scheduled, 2 files ignored',
    );
  });

  test('as text has the number of files without errors and warnings', () => {
    expect(textReport(none)).toEqual(['Checked 1 file: no errors, no warnings.', ...LAST]);
  });

  test('as text ends with scheduled posts and counts', () => {
    expect(textReport({ ...none, scheduled: [later] })).toEqual([
      'Checked 1 file: no errors, no warnings.',
      '',
      'c.md  scheduled for 2027-01-06 10:30',
      ...LAST,
    ]);
  });

  test('as text ends with the number of new URLs, unless there are errors', () => {
    const last = 'permalinks.lock: 1 new URL; before you publish, run npx octavo permalinks';
    expect(textReport({ ...none, unrecorded: 1 }).slice(-2)).toEqual(['', last]);
    expect(textReport({ ...none, diagnostics: [error], unrecorded: 1 })).not.toContain(last);
  });

  test('as JSON has all of it', () => {
    const report = jsonReport({
      ...none,
      files: 2,
      diagnostics: [warning, done],
      fixed: [done],
      scheduled: [later],
    });
    const entry = {
      file: 'b.md',
      line: 3,
      column: 1,
      severity: 'error',
      check: null,
      message: 'wrong',
    };
    expect(JSON.parse(report)).toEqual({
      version: 1,
      files: 2,
      errors: 1,
      warnings: 1,
      fixed: [{ ...entry, done: 'a is now b' }],
      diagnostics: [
        {
          file: 'a.md',
          line: 1,
          column: 2,
          severity: 'warning',
          check: 'todo',
          message: 'odd',
          fixable: false,
        },
        { ...entry, fixable: true },
      ],
      scheduled: [later],
      counts,
    });
  });

  test('for GitHub escapes the syntax of workflow commands', () => {
    const odd = { ...error, file: 'a,b:c%.md', message: '100 %: a,b\r\nc' };
    expect(githubReport({ ...none, diagnostics: [odd, warning] })).toEqual([
      '::error file=a%2Cb%3Ac%25.md,line=3,col=1::100 %25: a,b%0D%0Ac',
      '::warning file=a.md,line=1,col=2::odd',
    ]);
  });
});

test('lists scheduled posts with their moments, the earliest first', () => {
  const root = folder(
    content({
      'posts/a.md': post({ title: 'A', date: '2027-01-08' }),
      'posts/b.md': post({ title: 'B', date: '2027-01-06T08:30:00Z' }),
      'posts/c.md': post({ title: 'C', date: '2027-01-07', unlisted: true }),
      'posts/draft.md': post({ date: '2027-01-08', draft: true }),
      'posts/out.md': post({ date: '2027-01-01' }),
    }),
  );
  const path = (name: string) => `src/content/posts/${name}.md`;
  const at = context(root, { timeZone: 'Europe/Berlin' }, { now: '2027-01-01' });
  expect(scheduledPosts(readContent(at), at)).toEqual([
    { file: path('b'), title: 'B', date: '2027-01-06 09:30', moment: '2027-01-06T08:30:00.000Z' },
    { file: path('c'), title: 'C', date: '2027-01-07', moment: '2027-01-06T23:00:00.000Z' },
    { file: path('a'), title: 'A', date: '2027-01-08', moment: '2027-01-07T23:00:00.000Z' },
  ]);
});

test('counts posts and pages by their state, and files that are not read', async () => {
  const root = folder({
    ...AUTHOR,
    ...content({
      'posts/a.md': post({ title: 'A' }),
      'posts/unlisted.md': post({ title: 'B', unlisted: true }),
      'posts/draft.md': post({ title: 'C', date: '2027-01-08', draft: true }),
      'posts/later.md': post({ title: 'D', date: '2027-01-08' }),
      'posts/invalid.md': post({ date: 'never' }),
      'posts/invalid-draft.md': post({ date: 'never', draft: true }),
      'posts/other.markdown': post({}),
      'pages/about.md': '---\ntitle: About\n---\n',
      'pages/draft.md': '---\ntitle: Draft\ndraft: true\n---\n',
    }),
  });
  const at = context(root);
  const { content: read, diagnostics } = await checkContent(at);
  expect(contentCounts(read, diagnostics, at.now)).toEqual({
    ...{ published: 3, drafts: 3, scheduled: 1, ignored: 1 },
  });
});
