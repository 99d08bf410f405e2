import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { originOf } from '../../src/owner/ejected.ts';
import { eject } from '../../src/upgrade/eject.ts';
import { mergeOverrides, openConflicts } from '../../src/upgrade/merge-overrides.ts';
import { folder, write } from '../helpers.ts';

const COVER = "---\nimport A from './A.astro';\n---\n\n<p>One</p>\n\n<p>Two</p>\n\n<A />\n";
const original = 'engine/components/post/Cover.astro';
const override = 'src/overrides/Cover.astro';
const base = 'src/overrides/.base/Cover.astro';

/** Returns a blog with a component that was ejected from an older version, beside its engine. */
function blog() {
  const root = folder({ [original]: COVER });
  const engine = join(root, 'engine/');
  eject(['Cover'], { root, engine });
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const edit = (path: string, before: string, after: string) => {
    write(root, { [path]: read(path).replace(before, after) });
  };
  edit(override, packageJson.version, '0.0.1');
  const release = (before: string, after: string) => {
    edit(original, before, after);
  };
  return { root, read, edit, release, merge: () => mergeOverrides(root, engine) };
}

describe('ejected components', () => {
  test('are left alone where the engine has not changed', () => {
    const { read, merge, edit } = blog();
    edit(override, 'Two', 'Mine');
    const before = read(override);
    expect(merge()).toEqual([]);
    expect(read(override)).toBe(before);
  });

  test('are merged once, with their base', () => {
    const { root, read, merge, edit, release } = blog();
    edit(override, 'Two', 'Mine');
    release('One', 'Changed');
    const after = COVER.replace('One', 'Changed').replace('./A', 'octavo/components/post/A');
    expect(merge()).toEqual([`${override}  merged`]);
    expect(read(base)).toBe(after);
    const [fence, comment, ...rest] = read(override).split('\n');
    expect(originOf(comment + '\n')?.version).toBe(packageJson.version);
    expect([fence, ...rest].join('\n')).toBe(after.replace('Two', 'Mine'));
    expect([merge(), openConflicts(root)]).toEqual([[], []]);
  });

  test('keep CRLF', () => {
    const { root, read, merge, edit, release } = blog();
    edit(override, 'Two', 'Mine');
    for (const path of [override, base])
      write(root, { [path]: read(path).replaceAll('\n', '\r\n') });
    release('One', 'Changed');
    expect([merge(), openConflicts(root)]).toEqual([[`${override}  merged`], []]);
    expect(read(override)).toMatch(/Changed[^]*Mine/);
    expect(read(override).replaceAll('\r\n', '')).not.toContain('\n');
  });

  test('get the comment back that the owner deleted', () => {
    const { read, merge, edit, release } = blog();
    edit(override, read(override), read(base));
    release('One', 'Changed');
    merge();
    expect(originOf(read(override))?.version).toBe(packageJson.version);
  });

  test('have conflicts until the owner resolves them', () => {
    const { root, read, merge, edit, release } = blog();
    edit(override, 'One', 'Mine');
    release('One', 'Changed');
    expect(openConflicts(root)).toEqual([]);
    merge();
    expect(read(override)).toContain(
      `\n<<<<<<< yours\n<p>Mine</p>\n=======\n<p>Changed</p>\n>>>>>>> octavo ${packageJson.version}\n`,
    );
    expect(openConflicts(root)).toEqual([`${override}:6`]);
  });

  test('without base are not merged', () => {
    const { root, merge, read } = blog();
    write(root, { 'src/overrides/Intro.astro': read(override) });
    write(root, { 'engine/components/list/Intro.astro': COVER });
    expect(merge()).toEqual([
      'src/overrides/Intro.astro  not merged: its original in src/overrides/.base/ is missing; restore it from git',
    ]);
  });

  test('may be gone from the engine', () => {
    const { root, merge } = blog();
    write(root, { 'src/overrides/.base/Gone.astro': COVER, 'src/overrides/Gone.astro': COVER });
    expect(merge()).toEqual(['src/overrides/Gone.astro  no longer in the engine; delete it']);
  });

  test('do not include overrides that the owner wrote', () => {
    const { root, merge, release } = blog();
    write(root, { 'src/overrides/Intro.astro': '<p>Mine</p>' });
    release('One', 'Changed');
    expect(merge()).toEqual([`${override}  merged`]);
  });
});
