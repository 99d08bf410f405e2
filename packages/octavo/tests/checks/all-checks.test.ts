import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CHECK_IDS } from '../../src/diagnostics/check-ids.ts';
import type { Check } from '../../src/checks/check.ts';
import { checks } from '../../src/checks/all-checks.ts';
import { pluginRules } from '../../src/markdown/features.ts';

const all: readonly Partial<Check>[] = [...checks, ...pluginRules];

describe('the checks', () => {
  test('are those that settings and comments can name', () => {
    expect(all.map(({ id }) => id).sort()).toEqual([...CHECK_IDS]);
  });

  test('are listed in the manual as they are', () => {
    const rows = [...readFileSync('docs/checks.md', 'utf8').matchAll(/^\| `([a-z-]+)` .*$/gm)]
      .filter(([, id]) => CHECK_IDS.some((known) => known === id))
      .map(([row]) =>
        row
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    const expected = all
      .toSorted((a, b) => (a.id! < b.id! ? -1 : 1))
      .map(({ id, severity, about, fixes }) => [
        `\`${id}\``,
        severity,
        fixes ? `${about}; \`--fix\` ${fixes}` : about,
      ]);
    expect(rows).toEqual(expected);
  });
});
