import { expect, test } from 'vitest';
import { collectSeries } from '../../src/blog/tags.ts';

const post = (id: string, time: number, series?: string) => ({ id, date: { time }, series });
const summary = (posts: Parameters<typeof collectSeries>[0]) =>
  [...collectSeries(posts, 'en')].map(([slug, { name, posts: parts }]) => [
    slug,
    name,
    parts.map((part) => (part as ReturnType<typeof post>).id),
  ]);

test('a series has its posts by date, the oldest first, and the name that this one gives it', () => {
  const posts = [
    post('c', 3, 'from the ground up'),
    post('x', 2),
    post('a', 1, 'From the Ground up'),
  ];
  expect(summary(posts)).toEqual([['from-the-ground-up', 'From the Ground up', ['a', 'c']]]);
});

test('parts of one date stay in the order of their titles, as in lists', () => {
  expect(summary([post('z', 2, 'S'), post('a', 1, 'S'), post('b', 1, 'S')])).toEqual([
    ['s', 'S', ['a', 'b', 'z']],
  ]);
});

test('series are in the order of their names', () => {
  expect(summary([post('a', 1, 'Zeta'), post('b', 1, 'Alpha')]).map(([slug]) => slug)).toEqual([
    'alpha',
    'zeta',
  ]);
});

test('posts without a series make none', () => {
  expect(summary([post('a', 1)])).toEqual([]);
});
