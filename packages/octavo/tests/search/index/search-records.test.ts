import { expect, test } from 'vitest';
import { searchRecords } from '../../../src/search/index/search-records.ts';
import { blog } from '../../helpers.ts';

const FILES = {
  'posts/a.md': {
    ...{ title: 'A', date: '2024-01-06T10:30:00Z', description: 'About A.', tags: ['C++', 'Go'] },
    body: { text: { automatic: { text: '', goesOn: false }, words: 600, characters: 0 } },
  },
  'posts/unlisted.md': { unlisted: true },
  'posts/draft.md': { title: 'Draft', draft: true },
  'pages/about.md': { title: 'About' },
  'pages/unlisted.md': { unlisted: true },
  'pages/draft.md': { draft: true },
};

test('the search has listed posts and pages', () => {
  const { minutes } = blog(FILES).posts[0]!;
  expect(searchRecords(blog(FILES))).toEqual([
    {
      url: '/posts/a/',
      title: 'A',
      description: 'About A.',
      tags: ['C++', 'Go'],
      day: '2024-01-06',
      minutes,
    },
    { url: '/about/', title: 'About', tags: [] },
  ]);
});

test('the search of a preview has the drafts of posts too', () => {
  const urls = searchRecords(blog(FILES, {}, { mode: 'preview' })).map(({ url }) => url);
  expect(urls).toEqual(['/posts/a/', '/posts/draft/', '/about/']);
});
