import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OCTAVO_ICONS } from '../src/write/octavo-icons.ts';
import { digestOf, MANIFEST, planFiles } from '../src/write/plan.ts';
import { carryOut, readManifest } from '../src/write/write.ts';
import { repository } from '../../../tests/docs.ts';
import { folder, write } from '../../octavo/tests/helpers.ts';

const A = 'src/content/posts/a.md';
const file = (content: string, path = A) => ({ path, content });

/** Plans and writes; returns the plan. */
function importInto(root: string, files: { path: string; content: string }[], force = false) {
  const written = readManifest(root);
  const plan = planFiles(root, files, { written, force, replaceable: new Set() });
  carryOut(root, plan, written);
  return plan;
}

describe('an import', () => {
  test('writes missing files once', () => {
    const root = folder();
    expect(importInto(root, [file('one')]).write).toHaveLength(1);
    expect(readFileSync(join(root, A), 'utf8')).toBe('one');
    expect(importInto(root, [file('one')])).toMatchObject({ write: [], same: [A] });
  });

  test('overwrites unedited files', () => {
    const root = folder();
    importInto(root, [file('one\n')]);
    write(root, { [A]: 'one\r\n' });
    importInto(root, [file('two')]);
    expect(readFileSync(join(root, A), 'utf8')).toBe('two');
  });

  test.each([
    ['was edited since', true],
    ['was there before', false],
  ])('keeps what %s, and names it', (_, isImported) => {
    const root = folder();
    if (isImported) importInto(root, [file('one')]);
    write(root, { [A]: 'mine' });
    expect(importInto(root, [file('two')]).edited).toEqual([A]);
    expect(readFileSync(join(root, A), 'utf8')).toBe('mine');
    // And still does the next time.
    expect(importInto(root, [file('three')]).edited).toEqual([A]);
    importInto(root, [file('two')], true);
    expect(readFileSync(join(root, A), 'utf8')).toBe('two');
  });

  test('does not write again what was taken away', () => {
    const root = folder({ [A]: '' });
    importInto(root, [file('one', 'src/content/posts/b.md')]);
    write(root, { [MANIFEST]: JSON.stringify({ files: { 'src/content/posts/c.md': 'x' } }) });
    expect(importInto(root, [file('one', 'src/content/posts/c.md')]).removed).toEqual([
      'src/content/posts/c.md',
    ]);
    expect(existsSync(join(root, 'src/content/posts/c.md'))).toBe(false);
  });

  test('deletes unedited files that are no longer in the blog', () => {
    const root = folder();
    importInto(root, [file('one', 'public/a/b.html'), file('two', 'public/c.html')]);
    write(root, { 'public/c.html': 'mine' });
    expect(importInto(root, []).stale).toEqual(['public/a/b.html']);
    expect(existsSync(join(root, 'public/a'))).toBe(false);
    expect(existsSync(join(root, 'public/c.html'))).toBe(true);
  });

  test.each([
    'src/blog/x.ts',
    'package.json',
    '../x.md',
    'src/content/../../x.md',
    'public/../src/x.ts',
    '/etc/passwd',
  ])('refuses to write %s', (path) => {
    expect(() => importInto(folder(), [file('x', path)])).toThrow(
      'outside of the folders that an import writes',
    );
  });

  test('refuses to follow a symbolic link out of the project', () => {
    const [root, outside] = [folder(), folder()];
    mkdirSync(join(root, 'public'));
    symlinkSync(outside, join(root, 'public/out'));
    expect(() => importInto(root, [file('x', 'public/out/x.html')])).toThrow(
      'behind a symbolic link',
    );
    expect(existsSync(join(outside, 'x.html'))).toBe(false);
  });
});

test.each(Object.entries(OCTAVO_ICONS))('%s is known by its digest', (path, digest) => {
  const icon = join(repository, path);
  // An owner's own icons are not Octavo's.
  if (existsSync(icon) && existsSync(join(repository, 'src/content/examples.json')))
    expect(digestOf({ copyOf: icon })).toBe(digest);
});
