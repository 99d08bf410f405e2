import { expect, test } from 'vitest';
import { runCodemods, type Codemod } from '../../src/upgrade/codemods.ts';

const codemods: Codemod[] = ['0.3.0', '0.2.0', '0.10.0', '1.0.0-rc.1', '0.1.0'].map((version) => ({
  version,
  description: `codemod of ${version}`,
  run: (root) => [`${root}${version}.md`],
}));

test.each([
  ['0.1.0', '0.3.0', ['0.2.0', '0.3.0']],
  ['0.2.0', '0.10.0', ['0.3.0', '0.10.0']],
  ['0.10.0', '1.0.0', ['1.0.0-rc.1']],
  ['1.0.0', '1.0.0', []],
  ['0.3.0', '0.2.0', []],
])('from %s to %s run %j and report the files that they edited', (from, to, versions) => {
  expect(runCodemods(codemods, { root: '/blog/', from, to })).toEqual(
    versions.map((version) => ({
      description: `codemod of ${version}`,
      edited: [`/blog/${version}.md`],
    })),
  );
});
