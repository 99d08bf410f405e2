import { describe, expect, test } from 'vitest';
import { groupByMonth } from '../../src/blog/archive.ts';

const on = (...days: string[]) => days.map((day) => ({ date: { day } }));

describe('the archive', () => {
  test('has posts by year and by month, in the order given', () => {
    const posts = on('2024-03-31', '2024-03-01', '2024-01-06', '2022-12-31');
    expect(groupByMonth(posts, 'en')).toEqual([
      {
        year: '2024',
        count: 3,
        months: [
          { month: 'March', posts: posts.slice(0, 2) },
          { month: 'January', posts: posts.slice(2, 3) },
        ],
      },
      { year: '2022', count: 1, months: [{ month: 'December', posts: posts.slice(3) }] },
    ]);
  });

  test.each([
    ['en', ['2024: March, January', '2023: January']],
    ['ja', ['2024: 3月, 1月', '2023: 1月']],
    ['fa', ['۱۴۰۳: فروردین', '۱۴۰۲: اسفند, دی', '۱۴۰۱: دی']],
    ['th', ['2567: มีนาคม, มกราคม', '2566: มกราคม']],
  ])('has the years and months of the calendar of %s', (language, expected) => {
    const years = groupByMonth(
      on('2024-03-20', '2024-03-19', '2024-01-06', '2023-01-06'),
      language,
    );
    expect(
      years.map(({ year, months }) => `${year}: ${months.map(({ month }) => month).join(', ')}`),
    ).toEqual(expected);
  });

  test('is empty without posts', () => {
    expect(groupByMonth([], 'en')).toEqual([]);
  });
});
