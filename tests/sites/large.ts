import { post, words } from '../posts.ts';
import { sharedSite } from '../shared-site.ts';

/** The n-th of these tags is on n posts. */
export const TAGS = [...'ABCDEFGHIJKL'];

const part = (title: string, date: string, more: Record<string, unknown> = {}) =>
  post({ title, date, series: 'From the ground up', ...more }, 'About ztunnel and hbone.');

/** A blog of more than a hundred posts, three of which are parts of a series. */
export const largeBlog = sharedSite('large', () => ({
  settings: { url: 'https://example.com/blog/', pageSize: 5 },
  files: {
    'posts/one.md': part('One', '2024-01-01'),
    'posts/two.md': part('Two', '2024-02-01', { tags: ['Mesh'] }),
    'posts/three.md': part('Three', '2024-03-01', { series: 'from the ground up' }),
    'posts/draft.md': part('Draft', '2024-04-01', { draft: true }),
    'posts/hidden.md': part('Hidden', '2024-05-01', { unlisted: true }),
    'posts/near.md': post({ title: 'Near', date: '2020-01-01' }, 'More of ztunnel and hbone.'),
    ...Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [
        `posts/other-${index}.md`,
        post(
          {
            title: `Other ${index}`,
            date: `20${String(10 + (index % 9))}-06-01`,
            tags: TAGS.filter((_, tag) => index <= tag),
          },
          words(60, 1000 * (index + 1)),
        ),
      ]),
    ),
  },
}));
