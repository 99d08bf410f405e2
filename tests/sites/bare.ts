import { png } from '../pictures.ts';
import { post, words } from '../posts.ts';
import { sharedSite } from '../shared-site.ts';

/** A blog without a post. */
export const emptyBlog = sharedSite('empty', () => ({
  settings: { index: 'compact' },
  files: {},
}));

/** A blog with all that settings can turn off turned off, and other permalinks. */
export const bareBlog = sharedSite('bare', async () => ({
  settings: {
    index: 'by-year',
    search: false,
    cards: false,
    checks: { todo: false },
    permalink: '/writing/:year/:slug/',
    // As many as there are posts.
    feeds: { content: 'summary', items: 7 },
  },
  files: {
    'posts/deep/er/one.md': post({ title: 'One' }),
    'posts/two/index.md': post({ title: 'Two', slug: 'Two.html' }),
    'posts/todo.md': post({ title: 'Unfinished' }, 'A TODO.'),
    'posts/summed.md': post(
      { title: 'Summed', date: '2024-01-03', summary: 'Summed < up.' },
      words(80),
    ),
    'posts/code.md': post({ title: 'Nothing', date: '2024-01-02' }, '```text\ncode\n```'),
    'posts/plain.md': post({ title: 'Plain' }),
    'posts/covered/index.md': post({
      title: 'Covered',
      cover: { image: './cover.png', alt: 'Red' },
    }),
    'posts/covered/cover.png': await png(1600, 900),
    'pages/about.md': '---\ntitle: About\n---\n\nText.\n',
  },
}));
