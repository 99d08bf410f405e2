import { describe, expect, test } from 'vitest';
import { resultHtml } from '../../../src/search/page/result-html.ts';

const WORDS = { language: 'en', minutes: { one: '# minute', other: '# minutes' } };

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

const option = (kind: string, url: string, content: string) =>
  `<a class="${kind}" role="option" tabindex="-1" aria-selected="false" href="${url}">${content}</a>`;

/** Returns what is in each option. */
const contents = (...args: Parameters<typeof page>) =>
  resultHtml(page(...args), WORDS).match(/(?<=">)<b>.*?(?=<\/a>)/g);

describe('a result', () => {
  test('of a post has its day and its minutes, and of a page none', () => {
    expect(resultHtml(page([], { when: '2024-01-06/8' }), WORDS)).toBe(
      option(
        'page',
        '/posts/a/',
        '<b>A</b><span>The whole.</span><span class="soft"><time datetime="2024-01-06">January 6, 2024</time> · 8 minutes</span>',
      ),
    );
    expect(contents([])).toEqual(['<b>A</b><span>The whole.</span>']);
  });

  test('has above the first heading the passage of the post', () => {
    expect(contents([section('A', 'Some <mark>word</mark>.', 1, false)])).toEqual([
      '<b>A</b><span>Some <mark>word</mark>.</span>',
    ]);
  });

  test('has the three best sections, in their order', () => {
    const sections = [1, 4, 2, 3].map((score) => section(`S${score}`, 'Text', score));
    expect(resultHtml(page(sections), WORDS)).toBe(
      option('page', '/posts/a/', '<b>A</b>') +
        ['S4', 'S2', 'S3']
          .map((id) => option('section', `/posts/a/#${id}`, `<b>${id}</b><span>Text</span>`))
          .join(''),
    );
  });

  test('escapes its title', () => {
    expect(contents([], { title: '<b> & c' })?.[0]).toMatch('<b>&lt;b&gt; &amp; c</b>');
  });
});

test.each([
  ['Threads', 'Threads. How <mark>many</mark>', '<b>Threads</b><span>How <mark>many</mark></span>'],
  [
    'Threads',
    '<mark>Threads.</mark> How <mark>many</mark>',
    '<b><mark>Threads</mark></b><span>How <mark>many</mark></span>',
  ],
  ['Threads', 'how <mark>many</mark>', '<b>Threads</b><span>how <mark>many</mark></span>'],
  ['Threads', 'Threads.', '<b>Threads</b>'],
  ['How many?', '<mark>How</mark> many? All', '<b><mark>How</mark> many?</b><span>All</span>'],
  ['Of <b>', 'Of &lt;b&gt;. A', '<b>Of &lt;b&gt;</b><span>A</span>'],
  [
    '索引\u2060 の\u2060 作り方',
    '<mark>索引\u2060</mark> の\u2060 作り方. 速い',
    '<b><mark>索引</mark>の作り方</b><span>速い</span>',
  ],
])('the heading %s is split from the passage %s', (title, excerpt, expected) => {
  expect(contents([section(title, excerpt, 1)])?.[1]).toBe(expected);
});

test.each([
  ['a &lt;b&gt; c', 'a &lt;b&gt; c'],
  ['a &copy; & c', 'a &amp;copy; &amp; c'],
  ['<mark>&lt;script&gt;</mark>', '<mark>&lt;script&gt;</mark>'],
  ['<mark>検索\u2060</mark> エンジン\u2060 は', '<mark>検索</mark>エンジンは'],
  ['語\u2060 <mark>検索\u2060</mark>', '語<mark>検索</mark>'],
])('the excerpt %s is shown as %s', (excerpt, shown) => {
  const html = resultHtml({ ...page([]), excerpt }, WORDS);
  expect(html).toContain(`<span>${shown}</span>`);
});
