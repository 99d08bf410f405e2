import { expect, test } from 'vitest';
import { searchableHtml } from '../../../src/search/index/searchable-html.ts';

const page = (text: string) =>
  `<html><main><article><header><h1>Head</h1></header><div class="column prose" data-article-body>${text}</div></article><footer>Foot</footer></main></html>`;

const entry = { url: '/a/', title: 'A & "B"' };

const bodyOf = (html: string) => /<div data-pagefind-body>(.*)<\/div><\/body>/s.exec(html)?.[1];

test('takes the text of the article, without its header and what is around it', () => {
  const html = searchableHtml(page('<p>Text</p>'), entry);
  expect(bodyOf(html)).toBe('<p>Text</p>');
  expect(html).not.toMatch(/Head|Foot/);
});

test('takes it whatever the classes of its element are', () => {
  const html = page('<p>Text</p>');
  const renamed = html.replace('class="column prose"', 'class="mine"');
  expect(searchableHtml(renamed, entry)).toBe(searchableHtml(html, entry));
});

test('is an error for a page whose text is not marked', () => {
  expect(() => searchableHtml('<article><p>Text</p></article>', entry)).toThrow(
    '/a/: no element with data-article-body, so nothing to search; put the text into <Prose>',
  );
});

test.each([
  ['no pictures', '<p>a<img src="data:x" alt="a > b">b</p>', '<p>ab</p>'],
  ['the words of a task', '<label><input>Do</label>', '<span><input>Do</span>'],
  ['a space after code', '<pre>a</pre>b', '<pre>a</pre> b'],
  [
    'words of Japanese apart',
    '<p id="検索エンジン">検索エンジン</p>',
    '<p id="検索エンジン">検索\u2060 エンジン</p>',
  ],
  ['a character that is no tag', 'a < b', 'a &lt; b'],
])('leaves %s', (_, text, expected) => {
  expect(bodyOf(searchableHtml(page(text), entry))).toBe(expected);
});

test('says what is known of a post in attributes', () => {
  const html = searchableHtml(page(''), {
    ...entry,
    description: 'Why <it>',
    tags: [
      { name: 'Go', slug: 'go' },
      { name: 'C++', slug: 'c++' },
    ],
    date: { day: '2024-01-06', time: Date.parse('2024-01-06'), datetime: '2024-01-06' },
    minutes: 8,
  });
  for (const attributes of [
    'data-pagefind-meta="title[content]" content="A &amp; &quot;B&quot;"',
    'data-pagefind-meta="tags[content]" content="Go, C++"',
    'data-pagefind-filter="tag[content]" content="Go"',
    'data-pagefind-filter="tag[content]" content="C++"',
    'data-pagefind-filter="year[content]" content="2024"',
    'data-pagefind-meta="when[content]" content="2024-01-06/8"',
    'data-pagefind-sort="date[content]" content="2024-01-06"',
  ])
    expect(html).toContain(`<meta ${attributes}>`);
  expect(bodyOf(html)).toBe('<p>Why &lt;it&gt;</p>');
});

test('says of a page its title alone', () => {
  expect(searchableHtml(page('<p>Text</p>'), entry)).toBe(
    '<html><body><meta data-pagefind-meta="title[content]" content="A &amp; &quot;B&quot;">' +
      '<div data-pagefind-body><p>Text</p></div></body></html>',
  );
});

test('says no tags of a post that has none', () => {
  const date = { day: '2024-01-06', time: Date.parse('2024-01-06'), datetime: '2024-01-06' };
  const html = searchableHtml(page(''), {
    ...entry,
    description: undefined,
    tags: [],
    date,
    minutes: 8,
  });
  expect(html.match(/(?<=<meta data-pagefind-)[^ ]+/g)).toEqual([
    'meta="title[content]"',
    'meta="when[content]"',
    'filter="year[content]"',
    'sort="date[content]"',
  ]);
});
