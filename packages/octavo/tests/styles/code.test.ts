import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const read = (name: string) =>
  readFileSync(new URL(`../../src/styles/${name}.css`, import.meta.url), 'utf8');

const css =
  read('tokens') +
  read('content/code-colors') +
  read('content/code') +
  read('content/code-options');
const tokens = new Map(
  [...css.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
);

/** Returns the color of a token in a theme, `#rrggbb`. */
function color(name: string, theme: number): string {
  const value = tokens.get(name) ?? '';
  const [, other] = /^var\((--[\w-]+)\)$/.exec(value) ?? [];
  if (other !== undefined) return color(other, theme);
  const found = /^light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)$/.exec(value)?.[theme];
  if (found === undefined) throw new Error(`${name} is no pair of colors: ${value}`);
  return found;
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['--sheet', '--code-mark', '--code-ins', '--code-del'];
// A kind without a color of its own has that of another.
const rules = [...css.matchAll(/\.\w \{\s*color: var\((--[\w-]+)(?:, (var\(.+\)))?\);/g)];
for (const [, name = '', other] of rules) if (other) tokens.set(name, other);
const kinds = rules.map(([, name = '']) => name);

test('every kind of token has a color', () => {
  expect(kinds).toHaveLength(12);
});

describe.each([
  ['light', 1],
  ['dark', 2],
])('in the %s theme', (_, theme) => {
  test.each([...kinds, '--ink'])('%s has a contrast of 4.5 to 1 on every ground', (kind) => {
    for (const ground of GROUNDS) {
      const found = contrast(color(kind, theme), color(ground, theme));
      expect(found, ground).toBeGreaterThanOrEqual(4.5);
    }
  });
});

test('contrast is computed as WCAG does', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
