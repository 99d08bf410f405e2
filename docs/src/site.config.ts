import { z } from 'astro/zod';
import { defineConfig, defineFrontMatter } from 'octavo/config';

// GitHub names the repository in a workflow.
const { GITHUB_REPOSITORY: repository = 'octavo/octavo' } = process.env;

export default defineConfig({
  title: 'Octavo',
  description: 'How to write, publish, extend and move a blog with Octavo.',
  url: 'https://octavo.example/docs/',
  author: 'octavo',
  nav: [
    { label: 'Tutorial', link: '/tutorial/' },
    { label: 'Guides', link: '/#guides' },
    { label: 'Reference', link: '/#reference' },
    { label: 'Explanation', link: '/#explanation' },
    { label: 'Demo', link: 'https://octavo.example/' },
  ],
  editUrl: `https://github.com/${repository}/edit/main/docs/`,
});

export const frontMatter = defineFrontMatter({
  // The place of a page among those of its folder.
  pages: { order: z.int() },
});
