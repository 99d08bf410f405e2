import { cpSync, existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ejectedSource } from '../../packages/octavo/src/owner/ejected.ts';
import { OVERRIDABLE } from '../../packages/octavo/src/owner/overridable.ts';
import { repository } from '../docs.ts';
import { different, octavoBin } from '../site.ts';
import { blogOfAllKinds } from '../sites/all-kinds.ts';
import { exampleBlog } from '../sites/example.ts';

test('every component, ejected, makes the same pages', async () => {
  const shared = await blogOfAllKinds();
  const ejected = shared.copy('ejected');
  for (const [name, folder] of Object.entries(OVERRIDABLE)) {
    const path = `${folder}/${name}.astro`;
    const source = readFileSync(join(octavoBin, '../../src', path), 'utf8');
    ejected.write(`overrides/${name}.astro`, ejectedSource(source, path));
  }
  expect(different((await ejected.mustBuild()).snapshot(), shared.snapshot())).toEqual([]);
});

test('the page routes in src/pages/ make the same pages as those of the engine', async () => {
  const shared = await exampleBlog();
  const copy = shared.copy('example-with-routes');
  const pages = join(copy.folder, 'src/pages');
  expect(existsSync(pages)).toBe(false);
  cpSync(join(repository, 'src/pages'), pages, { recursive: true });
  expect(different((await copy.mustBuild()).snapshot(), shared.snapshot())).toEqual([]);
});

test('files with CRLF line endings make the same pages as those with LF', async () => {
  const shared = await exampleBlog();
  const copy = shared.copy('example-with-crlf');
  const files = globSync('{*,src/**/*}.{astro,css,json,md,mdx,mjs,ts}', { cwd: copy.folder });
  expect(files.length).toBeGreaterThan(15);
  for (const file of files.map((path) => join(copy.folder, path)))
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/\r?\n/g, '\r\n'));
  expect(different((await copy.mustBuild()).snapshot(), shared.snapshot())).toEqual([]);
});
