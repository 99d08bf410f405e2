import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HookParameters } from 'astro';
import { afterEach, expect, test, vi } from 'vitest';
import type { SiteBuild } from '../../src/build/site-build.ts';
import type { ContentError } from '../../src/diagnostics/diagnostic.ts';
import { redirects } from '../../src/redirects/write-redirects.ts';
import { blog, context, folder, found } from '../helpers.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const POST = '---\ntitle: A post\ndate: 2024-01-01\naliases:\n  - /free/\n  - /taken/\n---\n';

/** Writes the redirects of a post with these aliases into a built site; returns how to read it. */
function written(aliases: string[], files: Record<string, string> = {}, kept: string[] = []) {
  const root = folder({ 'src/content/posts/a.md': POST, 'dist/index.html': '', ...files });
  const site = blog({ 'posts/a.md': { aliases } });
  const siteBuild = () => ({ cache: { kept: new Set(kept) } as SiteBuild['cache'] });
  const done = redirects(context(root), () => [site], siteBuild).hooks['astro:build:done']!;
  const dir = pathToFileURL(`${root}/dist/`);
  void done({ dir } as HookParameters<'astro:build:done'>);
  return (path: string) => {
    const file = join(root, 'dist', path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
}

/** Returns the errors of aliases. */
function errors(aliases: string[], files: Record<string, string>, kept: string[] = []): string[] {
  try {
    written(aliases, files, kept);
  } catch (error) {
    return found((error as ContentError).diagnostics);
  }
  return [];
}

test('each alias has a page with a policy, and a rule', () => {
  const read = written(['/old/deep/', '/older.html']);
  for (const path of ['old/deep/index.html', 'older.html']) {
    expect(read(path)).toContain('<meta http-equiv="refresh" content="0; url=/posts/a/">');
    expect(read(path)).toContain('content-security-policy');
  }
  expect(read('_redirects')).toBe(
    '# The aliases of posts and pages.\n/old/deep/ /posts/a/ 301\n/older.html /posts/a/ 301\n',
  );
});

test('the rules of the owner stay, and are written once', () => {
  const own = '/x/ /größe/ 302\n';
  expect(written(['/old/'], { 'dist/_redirects': own })('_redirects')).toBe(
    `${own}# The aliases of posts and pages.\n/old/ /posts/a/ 301\n`,
  );
  expect(written([], { 'dist/_redirects': own })('_redirects')).toBe(own);
});

test('without aliases there are no rules', () => {
  expect(written([])('_redirects')).toBeUndefined();
});

test.each([
  ['true', '301!'],
  ['false', '301'],
])('in a build with NETLIFY=%s a rule has the status %s', (netlify, status) => {
  vi.stubEnv('NETLIFY', netlify);
  expect(written(['/old/'])('_redirects')).toContain(`/old/ /posts/a/ ${status}\n`);
});

test.each([
  ['of a page', '/taken/', 'taken/index.html'],
  ['below a file', '/taken/x/y/', 'taken'],
  ['below a file in a folder', '/a/taken/y/', 'a/taken'],
])('an alias at the path %s is an error at its line', (_, alias, file) => {
  const message = `6:5 aliases[1]: ${alias} is already the URL of ${file} in the built site; remove it`;
  expect(errors(['/free/', alias], { [`dist/${file}`]: '' })).toEqual([message]);
  expect(errors(['/free/', alias], {}, [file])).toEqual([message]);
});
