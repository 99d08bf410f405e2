import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { post } from '../../../../tests/posts.ts';
import { readResults, writeResults } from '../../src/checks/cached-results.ts';
import { checkContent, type CheckResults } from '../../src/checks/check-content.ts';
import { AUTHOR, content, context, folder, found, write } from '../helpers.ts';

const OTHER = '[x](./target.md#included)';
const FILES = {
  ...AUTHOR,
  ...content({
    'posts/links.md': post({}, '[b](./target.md#part) [c](/posts/other/)'),
    'posts/target.md': post({}, '## Part\n\n::include{file="./part.txt"}'),
    'posts/part.txt': '## Included',
    'posts/other.md': post({}, OTHER),
    'posts/drawn.md': post({}, '![a](./a.svg)'),
    'posts/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'pages/about.md': '---\ntitle: About\n---\n\n[x](/posts/links/)',
  }),
};
const CONFIG = { intro: '[part](/posts/target/#included)' };

/** Checks a folder again, and returns the paths of the bodies that were not reused. */
async function checkedAgain(root: string, known: CheckResults) {
  const previous = JSON.parse(JSON.stringify(known)) as CheckResults;
  const reused = new Set<unknown>(Object.values(previous.texts));
  const { results, diagnostics } = await checkContent(context(root, CONFIG), { cached: previous });
  const rendered = Object.values(results.texts).filter((text) => !reused.has(text)).length;
  return { rendered, diagnostics };
}

describe('a second check', () => {
  test.each<[name: string, changed: Record<string, string | undefined>, rendered: number]>([
    ['renders nothing where nothing changed', {}, 0],
    ['renders a body that changed', { 'posts/links.md': post({}, 'TODO') }, 1],
    ['renders nothing for a title', { 'posts/other.md': post({ title: 'TODO' }, OTHER) }, 0],
    ['renders links to a heading that changed', { 'posts/target.md': post({}, '## Past') }, 4],
    ['renders links to a heading in an included file', { 'posts/part.txt': '## Past' }, 4],
    ['renders links to a deleted post', { 'posts/other.md': undefined }, 1],
    ['renders links to a draft', { 'posts/links.md': post({ draft: true }) }, 2],
    ['renders a body with a deleted picture', { 'posts/a.svg': undefined }, 1],
    ['renders a body with a damaged picture', { 'posts/a.svg': '<svg>' }, 1],
  ])('%s, and reports the same as a check without results', async (_, changed, rendered) => {
    const root = folder(FILES);
    const { results } = await checkContent(context(root, CONFIG));
    for (const [path, text] of Object.entries(changed))
      if (text === undefined) rmSync(join(root, 'src/content', path));
      else write(root, content({ [path]: text }));
    const again = await checkedAgain(root, results);
    const { diagnostics } = await checkContent(context(root, CONFIG));
    expect(found(again.diagnostics)).toEqual(found(diagnostics));
    expect(again.rendered).toBe(rendered);
  });
});

describe('the results of a check on disk', () => {
  const results: CheckResults = {
    texts: { a: { diagnostics: [], dependencies: [] } },
    anchors: { b: { ids: ['x'], dependencies: [] } },
  };

  test('are those of the last check with the same settings', () => {
    const root = folder();
    writeResults(context(root), { texts: {}, anchors: {} });
    writeResults(context(root), results);
    expect(readResults(context(root))).toEqual(results);
  });

  test('are none where the blog cannot be written', () => {
    const root = folder({ '.cache': '' });
    writeResults(context(root), results);
    expect(readResults(context(root))).toBeUndefined();
  });
});
