import { expect, test } from 'vitest';
import { cardNode, directionOf } from '../../src/cards/layout.ts';

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
