import { expect, test } from 'vitest';
import { redirectsOf } from '../../src/redirects/write-redirects.ts';
import { blog } from '../helpers.ts';

const FILES = {
  'posts/a.md': { aliases: ['/old/', '/older.html'] },
  'posts/unlisted.md': { aliases: ['/secret/'], unlisted: true },
  'posts/draft.md': { aliases: ['/draft/'], draft: true },
  'posts/scheduled.md': { aliases: ['/scheduled/'], date: '2030-01-01' },
  'pages/about.md': { aliases: ['/who/'] },
  'pages/none.md': {},
};

test.each(['build', 'preview'] as const)(
  'the aliases of published posts and pages redirect to them, in the mode %s',
  (mode) => {
    const file = (name: string) => `src/content/${name}.md`;
    expect(redirectsOf(blog(FILES, {}, { mode }))).toEqual([
      { alias: '/old/', index: 0, to: '/posts/a/', file: file('posts/a'), code: 'en' },
      { alias: '/older.html', index: 1, to: '/posts/a/', file: file('posts/a'), code: 'en' },
      {
        alias: '/secret/',
        index: 0,
        to: '/posts/unlisted/',
        file: file('posts/unlisted'),
        code: 'en',
      },
      { alias: '/who/', index: 0, to: '/about/', file: file('pages/about'), code: 'en' },
    ]);
  },
);
