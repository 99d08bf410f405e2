import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { originOf } from '../../src/owner/ejected.ts';
import { mergeOverrides, openConflicts } from '../../src/upgrade/merge-overrides.ts';
import { eject } from '../../src/upgrade/eject.ts';
import { folder, write } from '../helpers.ts';

const COVER = "---\nimport A from './A.astro';\n---\n\n<p>One</p>\n\n<p>Two</p>\n\n<A />\n";
const ENGINE = {
  'engine/package.json': '{"version": "0.1.0"}',
  'engine/src/components/post/Cover.astro': COVER,
};
const override = 'src/overrides/Cover.astro';
const base = 'src/overrides/.base/Cover.astro';

/** Returns a blog with a component that was ejected, beside its engine. */
function blog() {
  const root = folder(ENGINE);
  const engine = join(root, 'engine/src/');
  eject(['Cover'], { root, engine });
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const edit = (path: string, before: string, after: string) => {
    write(root, { [path]: read(path).replace(before, after) });
  };
  const release = (before: string, after: string) => {
    write(root, { 'engine/package.json': '{"version": "0.2.0"}' });
    edit('engine/src/components/post/Cover.astro', before, after);
  };
  return { root, read, edit, release, merge: () => mergeOverrides(root, engine) };
}

describe('ejected components', () => {
  test('are left alone where the engine has not changed', () => {
    const { root, read, merge, edit } = blog();
    edit(override, 'Two', 'Mine');
    const before = read(override);
    write(root, { 'engine/package.json': '{"version": "0.2.0"}' });
    expect(merge()).toEqual([{ file: override, state: 'unchanged', conflicts: [] }]);
    expect(read(override)).toBe(before);
  });

  test('are merged once, with their base', () => {
    const { read, merge, edit, release } = blog();
    edit(override, 'Two', 'Mine');
    release('One', 'Changed');
    expect(merge()).toEqual([{ file: override, state: 'merged', conflicts: [] }]);
    expect(read(override)).toMatch(/Changed[^]*Mine/);
    expect(originOf(read(override))?.version).toBe('0.2.0');
    expect(read(base)).toBe(
      COVER.replace('One', 'Changed').replace('./A', 'octavo/components/post/A'),
    );
    expect(merge()).toEqual([{ file: override, state: 'unchanged', conflicts: [] }]);
  });

  test('have conflicts until the owner resolves them', () => {
    const { root, merge, edit, release } = blog();
    edit(override, 'One', 'Mine');
    release('One', 'Changed');
    expect(openConflicts(root)).toEqual([]);
    expect(merge()).toEqual([{ file: override, state: 'conflict', conflicts: [6] }]);
    expect(openConflicts(root)).toEqual([`${override}:6`]);
  });

  test('without base are not merged', () => {
    const { root, merge, read } = blog();
    write(root, { 'src/overrides/Intro.astro': read(override) });
    write(root, { 'engine/src/components/list/Intro.astro': COVER });
    expect(merge()).toContainEqual({
      ...{ file: 'src/overrides/Intro.astro', state: 'without base', conflicts: [] },
    });
  });

  test('may be gone from the engine', () => {
    const { root, merge } = blog();
    write(root, { 'src/overrides/.base/Gone.astro': COVER, 'src/overrides/Gone.astro': COVER });
    expect(merge()).toContainEqual({
      ...{ file: 'src/overrides/Gone.astro', state: 'removed from the engine', conflicts: [] },
    });
  });

  test('do not include overrides that the owner wrote', () => {
    const { root, merge } = blog();
    write(root, { 'src/overrides/Intro.astro': '<p>Mine</p>' });
    expect(merge()).toHaveLength(1);
  });
});
