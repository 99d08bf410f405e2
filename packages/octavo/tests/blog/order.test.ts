import { describe, expect, test } from 'vitest';
import { newestFirst, pinnedFirst } from '../../src/blog/order.ts';

const post = (id: string, time: number, title = id) => ({ id, data: { title, date: { time } } });
const ids = (posts: { id: string }[]) => posts.map(({ id }) => id);

describe('the order of posts', () => {
  test('is the newest first', () => {
    const posts = [post('b', 2), post('d', 4), post('a', 1), post('c', 3)];
    expect(ids(newestFirst(posts, 'en'))).toEqual(['d', 'c', 'b', 'a']);
  });

  test('is that of dates before 1970 too', () => {
    expect(ids(newestFirst([post('a', -2), post('b', 0), post('c', -1)], 'en'))).toEqual([
      'b',
      'c',
      'a',
    ]);
  });

  test.each([
    ['case aside', 'en', ['apple', 'Banana', 'cherry']],
    ['German umlauts beside their vowels', 'de', ['Apfel', 'Äpfel', 'Zebra']],
    ['Swedish å, ä, ö at the end', 'sv', ['Zebra', 'Ål', 'Ägg', 'Öl']],
    ['numbers by value', 'en', ['Part 2', 'Part 10', 'Part 100']],
    ['kana in their order', 'ja', ['あき', 'なつ', 'はる']],
  ])('of one date is that of their titles: %s', (_, language, titles) => {
    const posts = titles.map((title, index) => post(String(index), 1, title)).reverse();
    expect(newestFirst(posts, language).map(({ data }) => data.title)).toEqual(titles);
  });

  test('of one date and title is that of their ids, whatever order they came in', () => {
    const posts = [post('b', 1, 'Same'), post('a', 1, 'Same'), post('c', 1, 'Same')];
    expect(ids(newestFirst(posts, 'en'))).toEqual(['a', 'b', 'c']);
    expect(ids(newestFirst([...posts].reverse(), 'en'))).toEqual(['a', 'b', 'c']);
  });

  test('leaves the list that it was given as it was', () => {
    const posts = [post('a', 1), post('b', 2)];
    newestFirst(posts, 'en');
    expect(ids(posts)).toEqual(['a', 'b']);
  });
});

describe('pinned posts', () => {
  test('come first, each part in the order that it had', () => {
    const posts = [
      { id: 'a', pinned: false },
      { id: 'b', pinned: true },
      { id: 'c', pinned: false },
      { id: 'd', pinned: true },
    ];
    expect(ids(pinnedFirst(posts))).toEqual(['b', 'd', 'a', 'c']);
  });

  test('change nothing where there are none', () => {
    const posts = [
      { id: 'a', pinned: false },
      { id: 'b', pinned: false },
    ];
    expect(pinnedFirst(posts)).toEqual(posts);
  });
});
