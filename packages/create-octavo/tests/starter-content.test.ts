import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { blogFiles } from '../src/blog-files.ts';
import { writeFolder } from '../src/new-folder.ts';
import { isStarterFile } from '../src/starter-content.ts';
import { readTemplate } from '../src/template.ts';

const root = mkdtempSync(join(tmpdir(), 'create-octavo-'));
const files = blogFiles(readTemplate(), {
  title: "Jane's notes",
  url: 'https://example.com/',
  author: 'Jane Doe',
  language: 'en',
  folder: 'blog',
  timeZone: 'UTC',
  day: '2024-01-06',
  octavo: '^0.1.0',
});
writeFolder(root, files);
afterAll(() => rmSync(root, { recursive: true }));

const POST = 'src/content/posts/first-post.md';

describe('isStarterFile', () => {
  test('is not true of the same text in another file', () => {
    cpSync(join(root, POST), join(root, 'src/content/posts/mine.md'));
    expect(isStarterFile(root, 'src/content/posts/mine.md')).toBe(false);
  });

  test.each([
    POST,
    'src/content/pages/about.md',
    'src/content/authors/jane-doe.md',
    'src/site.config.ts',
  ])('is true of %s until it is edited', (path) => {
    expect(isStarterFile(root, path)).toBe(true);
    appendFileSync(join(root, path), '\nMine.\n');
    expect(isStarterFile(root, path)).toBe(false);
  });
});
