import { describe, expect, test } from 'vitest';
import { pageNumbers, paginate } from '../../src/blog/pagination.ts';

const list = (length: number) => Array.from({ length }, (_, index) => index);

describe('a list in pages', () => {
  test.each([
    [0, 10, [0]],
    [1, 10, [1]],
    [9, 10, [9]],
    [10, 10, [10]],
    [11, 10, [10, 1]],
    [20, 10, [10, 10]],
    [25, 10, [10, 10, 5]],
    [3, 1, [1, 1, 1]],
  ])('of %i by %i has pages of %j', (length, size, sizes) => {
    expect(paginate(list(length), size).map(({ items }) => items.length)).toEqual(sizes);
  });

  test.each([0, 1, 10, 25])('of %i has every item once, in order', (length) => {
    expect(paginate(list(length), 10).flatMap(({ items }) => items)).toEqual(list(length));
  });

  test('numbers its pages from one, each knowing how many there are', () => {
    expect(paginate(list(25), 10).map(({ number, total }) => [number, total])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  test('is one empty page where it is empty', () => {
    expect(paginate([], 10)).toEqual([{ number: 1, total: 1, items: [] }]);
  });
});

describe('the numbers of pages', () => {
  test.each([
    [1, 1, '1'],
    [1, 2, '1 2'],
    [1, 3, '1 2 3'],
    [1, 4, '1 2 3 4'],
    [1, 5, '1 2 … 5'],
    [2, 5, '1 2 3 4 5'],
    [2, 6, '1 2 3 … 6'],
    [3, 5, '1 2 3 4 5'],
    [4, 7, '1 2 3 4 5 6 7'],
    [5, 9, '1 … 4 5 6 … 9'],
    [5, 8, '1 … 4 5 6 7 8'],
    [100, 100, '1 … 99 100'],
  ])('on page %i of %i are %s', (number, total, numbers) => {
    expect(
      pageNumbers(number, total)
        .map((page) => page ?? '…')
        .join(' '),
    ).toBe(numbers);
  });
});
