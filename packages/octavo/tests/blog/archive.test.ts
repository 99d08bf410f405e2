import { describe, expect, test } from 'vitest';
import { groupByMonth } from '../../src/blog/archive.ts';

const on = (...days: string[]) => days.map((day) => ({ date: { day } }));

describe('the archive', () => {
  test('has posts by year and by month, in the order given', () => {
    const posts = on('2024-03-31', '2024-03-01', '2024-01-06', '2022-12-31');
    expect(groupByMonth(posts)).toEqual([
      {
        year: '2024',
        count: 3,
        months: [
          { month: '2024-03', posts: posts.slice(0, 2) },
          { month: '2024-01', posts: posts.slice(2, 3) },
        ],
      },
      { year: '2022', count: 1, months: [{ month: '2022-12', posts: posts.slice(3) }] },
    ]);
  });

  test('keeps one month of two years apart', () => {
    const years = groupByMonth(on('2024-01-06', '2023-01-06'));
    expect(years.map(({ months }) => months.map(({ month }) => month))).toEqual([
      ['2024-01'],
      ['2023-01'],
    ]);
  });

  test('is empty without posts', () => {
    expect(groupByMonth([])).toEqual([]);
  });
});
