import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCodemods, type Codemod } from '../../src/upgrade/codemods.ts';
import { folder } from '../helpers.ts';

/** Renames keys of front matter and settings; each adds its version to what it edits. */
const codemods: Codemod[] = ['0.3.0', '0.2.0', '0.10.0', '1.0.0-rc.1', '0.1.0'].map((version) => ({
  version,
  description: `codemod of ${version}`,
  run: (edit) => {
    edit('src/content/**/*.md', (text) => text.replace(/^(\s*series):(.*)$/m, `$1:$2 ${version}`));
    edit('src/site.config.ts', (text) => text.replace('pageSize', 'postsPerPage'));
  },
}));

const files = {
  'src/site.config.ts': 'export default { pageSize: 10 };\n',
  'src/content/posts/a.md': '---\nseries: A\n---\n',
  'src/content/posts/b.md': '---\ntitle: B\n---\n',
};

test.each([
  ['0.1.0', '0.3.0', ['0.2.0', '0.3.0']],
  ['0.2.0', '0.10.0', ['0.3.0', '0.10.0']],
  ['0.10.0', '1.0.0', ['1.0.0-rc.1']],
  ['1.0.0', '1.0.0', []],
  ['0.3.0', '0.2.0', []],
])('from %s to %s run %j', (from, to, versions) => {
  const root = folder(files);
  const results = runCodemods(codemods, { root, from, to });
  expect(results.map(({ description }) => description)).toEqual(
    versions.map((version) => `codemod of ${version}`),
  );
  const post = readFileSync(join(root, 'src/content/posts/a.md'), 'utf8');
  expect(post).toBe(`---\nseries: ${['A', ...versions].join(' ')}\n---\n`);
});

test('codemods report the files that they edited', () => {
  const root = folder(files);
  const edited = runCodemods(codemods, { root, from: '0.1.0', to: '0.3.0' }).map(
    (result) => result.edited,
  );
  expect(edited).toEqual([
    ['src/content/posts/a.md', 'src/site.config.ts'],
    ['src/content/posts/a.md'],
  ]);
  expect(readFileSync(join(root, 'src/site.config.ts'), 'utf8')).toContain('postsPerPage: 10');
});
