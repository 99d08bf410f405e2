import { globSync } from 'node:fs';
import { fileSign, type System } from '../system.ts';
import { isTextFile } from './content.ts';
import { readMarkdownFolder } from './read-markdown-folder.ts';

/** A folder of Markdown without a site generator. */
export const markdown: System = {
  id: 'markdown',
  name: 'Markdown',
  signs: [
    { ...fileSign(0.9, '.obsidian'), text: '.obsidian/' },
    fileSign(0.9, 'dev-to-git.json'),
    {
      certainty: 0.05,
      text: 'Markdown files',
      isIn: ({ isFile, path }) =>
        !isFile && globSync('{,*/,*/*/}*.{md,markdown}', { cwd: path }).some(isTextFile),
    },
  ],
  read: readMarkdownFolder,
};
