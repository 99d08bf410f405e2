import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { siteChecks } from '../../src/checks/all-checks.ts';
import { CHECK_IDS, CHECKS } from '../../src/diagnostics/check-ids.ts';
import { textChecks } from '../../src/markdown/features.ts';

describe('the checks', () => {
  test('are listed in the manual with their severities', () => {
    const rows = readFileSync('docs/src/content/pages/reference/checks.md', 'utf8').matchAll(
      /^\| `([a-z-]+)` +\| (error|warning) /gm,
    );
    expect([...rows].map(([, id, severity]) => [id, severity])).toEqual(Object.entries(CHECKS));
  });

  test('of front matter, beside those of bodies, are run', () => {
    const ofBodies = textChecks.map(([id]) => id);
    const ofBoth = siteChecks.filter(({ id }) => ofBodies.includes(id)).map(({ id }) => id);
    expect(ofBoth).toEqual(['picture-size', 'picture-unreadable', 'todo']);
  });

  test('are reported', () => {
    const files = globSync('packages/octavo/src/**/*.ts', { exclude: ['**/check-ids.ts'] });
    const source = files.map((path) => readFileSync(path, 'utf8')).join('');
    expect(CHECK_IDS.filter((id) => !source.includes(`'${id}'`))).toEqual([]);
  });
});
