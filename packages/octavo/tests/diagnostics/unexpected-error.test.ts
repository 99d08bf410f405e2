import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { siteChecks } from '../../src/checks/all-checks.ts';
import type { Check } from '../../src/checks/check.ts';
import { failureMessage } from '../../src/terminal/report-failure.ts';
import { unexpectedError, withStacks } from '../../src/diagnostics/unexpected-error.ts';
import { ContentError } from '../../src/diagnostics/diagnostic.ts';
import { post } from '../../../../tests/posts.ts';
import { checkFiles, checkText } from '../checks/helpers.ts';

const fail = (): never => {
  throw new Error('boom\nand more');
};
const BOOM = 'unexpected error: boom; pass --verbose to check or build for the stack';
const FILES = { 'posts/a.md': post({}, '[x](/posts/a/)'), 'posts/b.md': post({ date: 'never' }) };

describe('an unexpected error is a diagnostic of its file', () => {
  test('while a body is rendered or checked', async () => {
    const siteIndex = { page: fail };
    expect(await checkText('[x](/posts/a/)', { siteIndex })).toEqual([`1:1 ${BOOM}`]);
  });

  test('while front matter is validated, and other files are checked', async () => {
    const frontMatter = { posts: { mood: z.string().optional().transform(fail) } };
    const lines = await checkFiles(FILES, {}, { extensions: { frontMatter } });
    expect(lines).toContain(`posts/a.md:1:1 ${BOOM}`);
    expect(lines).toContain(`posts/b.md:1:1 ${BOOM}`);
  });

  test('while front matter is checked, and other files are checked', async () => {
    const ofFrontMatter: Check['ofFrontMatter'] = ({ id }) => (id === 'a' ? fail() : []);
    const all = siteChecks as Check[];
    all.push({ id: 'todo', ofFrontMatter });
    const lines = await checkFiles(FILES).finally(() => all.pop());
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe(`posts/a.md:1:1 ${BOOM}`);
    expect(lines[1]).toContain('posts/b.md:3:1 date: never is not a date');
  });

  test('with its stack if the command is verbose', () => {
    const error = unexpectedError('a.md', new Error('boom'));
    const stack = /unexpected error: Error: boom\n +at .*unexpected-error\.test\.ts/;
    expect(withStacks([error])[0]!.message).toMatch(stack);
    expect(failureMessage(new ContentError([error]), true)).toMatch(stack);
    expect(failureMessage(new ContentError([error]))).toBe(
      `a.md:1:1  ${BOOM}\n\n1 error, 0 warnings`,
    );
  });

  test('also if it is no object of the class Error', () => {
    expect(unexpectedError('a.md', 'boom').message).toBe(BOOM);
  });
});

describe('an error of the system that ends a command', () => {
  const error = Object.assign(new Error('EROFS: read-only file system, open'), {
    ...{ errno: -30, code: 'EROFS', path: '/blog/.cache' },
  });

  test('is one line with its path', () => {
    expect(failureMessage(error)).toBe(
      '/blog/.cache: EROFS: read-only file system, open; pass --verbose to check or build for the stack',
    );
  });

  test('has its stack if the command is verbose', () => {
    expect(failureMessage(error, true)).toContain('\n    at ');
  });
});
