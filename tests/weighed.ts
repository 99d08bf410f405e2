import { post } from './posts.ts';
import { codeOfOurs, proseOfOurs } from './prose-of-ours.ts';
import type { Fixture } from './site.ts';

const CODE = [
  codeOfOurs('packages/octavo/src/diagnostics/did-you-mean.ts', 'export', 14),
  codeOfOurs('packages/octavo/src/styles/base.css', '  .column', 16),
  codeOfOurs('.github/workflows/site.yml', 'on:', 12),
  codeOfOurs('scripts/run.mjs', '/** True where', 14),
  codeOfOurs('packages/octavo/src/build/swap.ts', 'export function', 14),
  '```console\n$ npm run build\nBuilt 34 pages into dist/ in 6.3 s.\n$ ls dist | head -2\n404.html\nabout\n```',
];

const TABLE = `| what        | how much |
| ----------- | -------: |
| an index    |     8 KB |
| an \`article\` |    12 KB |`;

const NOTE = '> [!NOTE] What was measured\n>\n> Whatever is transferred, the pictures apart.';

// 213 words a minute: eight minutes are some 1,600, of which the code is some 250.
const article = proseOfOurs(1120, CODE.length)
  .map((paragraphs, index) => [
    `## ${paragraphs[0]!.split(/\s+/).slice(0, 4).join(' ')}`,
    ...paragraphs,
    CODE[index]!,
  ])
  .flat()
  .concat(TABLE, NOTE)
  .join('\n\n');

/** A paragraph each, as long as the summary of a post is. */
const summaries = proseOfOurs(12 * 80, 12).map((paragraphs) => paragraphs.join(' '));

/** A blog with ten posts on its index and an article of eight minutes, on which is measured what a page weighs. */
export const WEIGHED: Fixture = {
  settings: {
    nav: [
      { label: 'Archive', link: '/archive/' },
      { label: 'Tags', link: '/tags/' },
      { label: 'About', link: '/about/' },
    ],
  },
  files: {
    'pages/about.md': '---\ntitle: About\n---\n\nAbout.\n',
    'posts/article.md': post({ title: 'An article of eight minutes', tags: ['Tests'] }, article),
    ...Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [
        `posts/post-${index}.md`,
        post(
          { title: `A post about thing ${index}`, date: `2024-02-${10 + index}` },
          `${summaries[index]!}\n\nAnd what follows.`,
        ),
      ]),
    ),
  },
};
