import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { themeColor } from '../../src/styles/colors.ts';

describe('a color of the theme', () => {
  test.each([
    ['--paper: light-dark(#fff, #000);', '#fff', '#000'],
    [
      '--paper: light-dark( rgb(1, 2, 3) , oklch(0.2 0 0 / 50%) );',
      'rgb(1, 2, 3)',
      'oklch(0.2 0 0 / 50%)',
    ],
    ['--paper: white', 'white', 'white'],
    ['--paper:rgb(1,2,3)}', 'rgb(1,2,3)', 'rgb(1,2,3)'],
    ['--paper: red; --paper: light-dark(a, b)', 'a', 'b'],
    ['--ground: light-dark(a, b); --paper: var(--ground);', 'a', 'b'],
    ['--light: a; --paper: light-dark(var(--light), b);', 'a', 'b'],
    ['--paper: a; /* --paper: b; */ --paper-2: c', 'a', 'a'],
  ])('of %s is %s and %s', (css, light, dark) => {
    expect(themeColor('--paper', `:root { ${css} }`)).toEqual({ light, dark });
  });

  test.each(['', '--paper-2: a', '--paper: var(--ink)', '--paper: var(--paper)'])(
    'is missed in %s',
    (css) => {
      expect(() => themeColor('--paper', css)).toThrow('has no value');
    },
  );

  test('is found in the tokens', () => {
    const tokens = readFileSync('packages/octavo/src/styles/tokens.css', 'utf8');
    expect(themeColor('--paper', tokens)).toEqual({
      light: expect.stringMatching(/^#\w{6}$/) as string,
      dark: expect.stringMatching(/^#\w{6}$/) as string,
    });
  });
});
