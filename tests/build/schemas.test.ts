import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TestSite } from '../site.ts';

test('octavo schemas writes schemas, and by options configurations, of which it keeps edits', async () => {
  const site = new TestSite('schemas', { settings: { notes: {} }, files: {} });
  const read = (path: string) => readFileSync(join(site.folder, path), 'utf8');
  expect(await site.schemas()).toMatchObject({ status: 0, stderr: '' });
  expect(read('.vscode/front-matter/posts.schema.json')).toContain(
    '"title": "Front matter of a post"',
  );
  expect(existsSync(join(site.folder, '.pages.yml'))).toBe(false);
  const { stdout } = await site.schemas('--pages-cms', '--decap');
  expect(stdout).toContain('.pages.yml\npublic/admin/config.yml\n');
  expect(read('.pages.yml')).toContain('path: src/content/notes\n');
  expect(read('public/admin/config.yml')).toContain('folder: src/content/notes\n');
});
