import { expect, test } from 'vitest';
import { releaseNotes } from '../../src/upgrade/release-notes.ts';

const VERSIONS = ['2.0.0-rc.0', '1.10.0', '1.9.0', '1.0.0', '1.0.0-rc.10', '1.0.0-rc.9', '0.1.0'];
const changelog = `# octavo\n\n${VERSIONS.map((version) => `## ${version}\n\n- Text\n\n`).join('')}`;

test.each([
  ['2.0.0', []],
  ['2.0.0-rc.0', []],
  ['1.9.0', ['2.0.0-rc.0', '1.10.0']],
  // A release repeats the notes of its candidates.
  ['1.0.0-rc.9', ['2.0.0-rc.0', '1.10.0', '1.9.0', '1.0.0']],
  ['0.1.0', ['2.0.0-rc.0', '1.10.0', '1.9.0', '1.0.0']],
  // Not in the changelog.
  ['1.9.3', ['2.0.0-rc.0', '1.10.0']],
])('since %s', (version, expected) => {
  const notes = releaseNotes(changelog, version);
  expect(notes.split('\n').filter((line) => line.startsWith('## '))).toEqual(
    expected.map((name) => `## ${name}`),
  );
});

test('of a release candidate, while there is no release', () => {
  const candidates = '# octavo\n\n## 1.0.0-rc.1\n\n- Second\n\n## 1.0.0-rc.0\n\n- First\n';
  expect(releaseNotes(candidates, '1.0.0-rc.0')).toBe('## 1.0.0-rc.1\n\n- Second');
  expect(releaseNotes(candidates, '0.1.0')).toContain('First');
});
