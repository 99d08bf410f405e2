import { join } from 'node:path';
import { repository } from '../../docs.ts';
import type { Article } from '../articles.ts';
import type { ContenderName } from '../builds/contender.ts';
import type { Peer } from './installed-peer.ts';

const frontMatter = ({ title, date, tags }: Article) => ({ title, date: new Date(date), tags });
const BUILD = 'node_modules/astro/bin/astro.mjs';
const ASTRO_CACHES = ['.astro', 'node_modules/.astro', 'node_modules/.vite'];

/** The blogs that are installed. */
export const INSTALLED: Partial<Record<ContenderName, Peer>> = {
  papermod: {
    clone: {
      url: 'https://github.com/adityatelange/hugo-PaperMod',
      tag: 'v7.0',
      into: 'themes/PaperMod',
    },
    files: 'papermod',
    posts: 'content/posts',
    frontMatter,
    command: { program: 'hugo', args: ['--quiet'] },
    output: 'public',
    caches: ['resources', '.hugo_build.lock'],
  },
  eleventy: {
    clone: { url: 'https://github.com/11ty/eleventy-base-blog', tag: 'v9.0.0', into: '.' },
    remove: ['first', 'second', 'third', 'fourth', 'fifth'].map((n) => n),
    posts: 'content/blog/posts',
    frontMatter: (article) => ({ ...frontMatter(article), permalink: `/posts/${article.slug}/` }),
    command: {
      program: process.execPath,
      args: ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
    },
    output: '_site',
    caches: ['.cache'],
  },
  astro: {
    files: 'astro',
    posts: 'src/content/posts',
    frontMatter,
    command: { program: process.execPath, args: [join(repository, BUILD), 'build'] },
    output: 'dist',
    caches: ASTRO_CACHES,
  },
  starlight: {
    files: 'starlight',
    posts: 'src/content/docs/blog',
    path: 'blog/',
    frontMatter,
    command: { program: process.execPath, args: [BUILD, 'build'] },
    output: 'dist',
    caches: ASTRO_CACHES,
  },
  astropaper: {
    clone: { url: 'https://github.com/satnaing/astro-paper', tag: 'v5.2.0', into: '.' },
    posts: 'src/data/blog',
    frontMatter: ({ title, date, tags }) => ({
      ...{ title, tags, pubDatetime: new Date(date), description: title },
    }),
    command: { program: 'npm', args: ['exec', '-c', 'astro build && pagefind --site dist'] },
    output: 'dist',
    caches: ASTRO_CACHES,
  },
};
