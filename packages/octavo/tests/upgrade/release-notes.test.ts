import { expect, test } from 'vitest';
import { releaseNotes } from '../../src/upgrade/release-notes.ts';

const newest = '## 2.0.0\n\n### Major Changes\n\n- Rename the setting x to y';
const changelog = `# octavo\n\n${newest}\n\n## 1.1.0\n\n- Add notes\n\n## 1.0.0\n\n- First\n`;

test.each([
  ['1.1.0', newest],
  ['1.0.0', `${newest}\n\n## 1.1.0\n\n- Add notes`],
  ['2.0.0', ''],
  ['0.1.0', changelog.slice('# octavo\n\n'.length).trim()],
  // Not the start of another version.
  ['1', changelog.slice('# octavo\n\n'.length).trim()],
])('since %s', (version, expected) => {
  expect(releaseNotes(changelog, version)).toBe(expected);
});
