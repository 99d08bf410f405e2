import { describe, expect, test } from 'vitest';
import { digestOf, originOf, withOrigin } from '../../src/owner/ejected.ts';
import { mergeVersions } from '../../src/upgrade/merge-versions.ts';

const base = '---\nimport a from "octavo/a";\n---\n\n<h1>Title</h1>\n\n<p>One</p>\n\n<p>Two</p>\n';
const ejected = withOrigin(base, { version: '0.1.0', digest: digestOf(base) });

describe('a merge', () => {
  const theirs = base.replace('One', 'Changed').replace('octavo/a', 'octavo/b');

  test('has the changes of both, and the comment of the new original', () => {
    const ours = ejected.replace('Two', 'Mine');
    const { text, conflicts } = mergeVersions({ ours, base, theirs }, '0.2.0');
    expect(conflicts).toEqual([]);
    expect(text).toBe(
      withOrigin(theirs.replace('Two', 'Mine'), { version: '0.2.0', digest: digestOf(theirs) }),
    );
  });

  test('marks a conflict, and names its line', () => {
    const ours = ejected.replace('One', 'Mine');
    const { text, conflicts } = mergeVersions({ ours, base, theirs }, '0.2.0');
    const line = text.split('\n').indexOf('<<<<<<< yours') + 1;
    expect(line).toBeGreaterThan(2);
    expect(conflicts).toEqual([line]);
    expect(text).toContain('<p>Mine</p>\n=======\n<p>Changed</p>\n>>>>>>> octavo 0.2.0\n');
  });

  test('keeps CRLF', () => {
    const ours = ejected.replace('Two', 'Mine').replaceAll('\n', '\r\n');
    const { text, conflicts } = mergeVersions({ ours, base, theirs }, '0.2.0');
    expect(conflicts).toEqual([]);
    expect(text).toContain('Changed');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test('gives a comment back that the owner deleted', () => {
    const { text } = mergeVersions({ ours: base, base, theirs }, '0.2.0');
    expect(originOf(text)?.version).toBe('0.2.0');
  });
});
