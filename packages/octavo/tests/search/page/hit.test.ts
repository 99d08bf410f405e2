import { expect, test } from 'vitest';
import { toHit } from '../../../src/search/page/hit.ts';

const section = (title: string, excerpt: string, score: number, isHeading = true) => ({
  title,
  excerpt,
  url: `/posts/a/#${title}`,
  ...(isHeading && { anchor: {} }),
  weighted_locations: [{ balanced_score: score }],
});

const page = (sections: ReturnType<typeof section>[], meta = {}) => ({
  url: '/posts/a/',
  excerpt: 'The whole.',
  content: 'The whole.',
  locations: [],
  meta: { title: 'A', ...meta },
  sub_results: sections,
});

const text = (value: string) => ({ text: value, isMatch: false });
const match = (value: string) => ({ text: value, isMatch: true });

test('a post has its day and its minutes, and a page has none', () => {
  expect(toHit(page([], { when: '2024-01-06/8' }))).toMatchObject({
    day: '2024-01-06',
    minutes: 8,
  });
  expect(toHit(page([]))).toEqual({
    url: '/posts/a/',
    title: 'A',
    passage: [text('The whole.')],
    sections: [],
  });
});

test('what stands above the first heading is the passage of the post', () => {
  const hit = toHit(page([section('A', 'Some <mark>word</mark>.', 1, false)]));
  expect(hit.passage).toEqual([text('Some '), match('word'), text('.')]);
});

test('the three best sections are kept, in their order', () => {
  const hit = toHit(page([1, 4, 2, 3].map((score) => section(`S${score}`, 'Text', score))));
  expect(hit.sections.map(({ url }) => url)).toEqual(
    ['S4', 'S2', 'S3'].map((id) => `/posts/a/#${id}`),
  );
  expect(hit.passage).toBeUndefined();
});

test.each([
  ['Threads. How <mark>many</mark>', [text('Threads')], [text('How '), match('many')]],
  [
    '<mark>Threads.</mark> How <mark>many</mark>',
    [match('Threads')],
    [text('How '), match('many')],
  ],
  ['how <mark>many</mark>', [text('Threads')], [text('how '), match('many')]],
  ['Threads.', [text('Threads')], []],
])('the heading is parted from the passage %s', (excerpt, title, passage) => {
  const [found] = toHit(page([section('Threads', excerpt, 1)])).sections;
  expect(found).toMatchObject({ title, passage });
});

test.each([
  ['a &lt;b&gt; c', [text('a <b> c')]],
  ['<mark>&lt;script&gt;</mark>', [match('<script>')]],
  ['<mark>検索\u2060</mark> エンジン\u2060 は', [match('検索'), text('エンジンは')]],
  ['語\u2060 <mark>検索\u2060</mark>', [text('語'), match('検索')]],
])('the excerpt %s is read', (excerpt, pieces) => {
  expect(toHit({ ...page([]), excerpt }).passage).toEqual(pieces);
});
