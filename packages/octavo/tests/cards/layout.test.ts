import { expect, test } from 'vitest';
import { cardNode, directionOf, lightColours } from '../../src/cards/layout.ts';

test.each([
  ['--ink: light-dark(#111, #eee);', '--ink: #111;'],
  ['a: light-dark( red , blue ); b: light-dark(lime, teal)', 'a: red; b: lime'],
  ['light-dark(rgb(1, 2, 3), var(--x, #fff))', 'rgb(1, 2, 3)'],
  [
    'light-dark(color-mix(in oklab, red, blue), black) solid',
    'color-mix(in oklab, red, blue) solid',
  ],
  [':root { --a: #123 }', ':root { --a: #123 }'],
])('takes the light colours of %s', (css, light) => {
  expect(lightColours(css)).toBe(light);
});

test.each([
  ['Analyzing Go', 'ltr'],
  ['مرحبا بالعالم', 'rtl'],
  ['“שלום”', 'rtl'],
  ['Go بالعربية', 'ltr'],
  ['2024', 'ltr'],
  ['日本語', 'ltr'],
])('reads %s from %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});

test('leaves out the detail of a card that has none', () => {
  const words = (detail?: string) =>
    JSON.stringify(cardNode({ title: 'T', site: 'S', detail }, 70)).match(/"text":"[^"]*"/g);
  expect(words()).toEqual(['"text":"T"', '"text":"S"']);
  expect(words('D')).toEqual(['"text":"T"', '"text":"S"', '"text":"D"']);
});
