import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readFrontMatter } from '../../packages/octavo/src/content/front-matter.ts';
import { found, readFiles, render } from '../../packages/octavo/tests/helpers.ts';
import { repository } from '../docs.ts';

type Snippets = Record<string, { prefix: string; body: string[] }>;

const file = readFileSync(`${repository}.vscode/octavo.code-snippets`, 'utf8');
const snippets = Object.values(JSON.parse(file) as Snippets);

/** Returns what a snippet inserts where an author changes nothing. */
function inserted(body: readonly string[]): string {
  const [year = '', month = '', date = ''] = ['2024', '01', '06'];
  return body
    .join('\n')
    .replace('$CURRENT_YEAR', year)
    .replace('$CURRENT_MONTH', month)
    .replace('$CURRENT_DATE', date)
    .replace(/\$\{\d\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d:([^}]*)\}/g, '$1')
    .replace(/\$\d/g, '');
}

test.each(snippets.filter(({ prefix }) => prefix !== 'post'))(
  'what $prefix inserts is right as it is',
  async ({ body }) => {
    const { html, diagnostics } = await render(inserted(body), {
      files: { 'picture.png': '', '../../examples/file.ts': 'one\n'.repeat(10) },
    });
    expect(found(diagnostics)).toEqual([]);
    expect(html).not.toMatch(/\[!|\$\$|\[\^/);
  },
);

test('what post inserts is the front matter of a draft', () => {
  const { body } = snippets.find(({ prefix }) => prefix === 'post')!;
  const source = inserted(body);
  expect(readFrontMatter('x.md', source).diagnostics).toEqual([]);
  const { posts, diagnostics } = readFiles({ 'posts/x.md': source });
  expect(diagnostics).toEqual([]);
  expect(posts[0]?.data).toMatchObject({ title: 'Title', draft: true });
});
