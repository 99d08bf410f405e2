import { describe, expect, test } from 'vitest';
import {
  NO_SEARCH_TEXT,
  type SearchSection,
  type SearchWords,
} from '../../src/words/search-text.ts';
import { render } from '../helpers.ts';

/** Returns the sections that the search has of blocks of Markdown or MDX. */
async function sections(blocks: string[], options: Parameters<typeof render>[1] = {}) {
  const { search } = await render(blocks.join('\n\n'), options);
  return JSON.parse(search!.sections) as SearchSection[];
}

test('a blog without search has no sections', async () => {
  expect((await render('Text.', { search: false })).search).toBeUndefined();
});

describe('the sections of the search', () => {
  test('have prose by sentence and code by line', async () => {
    const blocks = [
      'One *sentence*. Another\none.',
      '```yaml title="a.yaml"\nkind: Gateway\n\n  name: a\n```',
      '## A `heading`',
      '- An item\n- Another',
      '| a | b |\n| - | - |\n| c | d |',
    ];
    expect(await sections(blocks)).toEqual([
      ['', '', ['One sentence.', 'Another one.', 'a.yaml'], ['kind: Gateway', 'name: a']],
      ['a-heading', 'A heading', ['An item', 'Another', 'a', 'b', 'c', 'd'], []],
    ]);
  });

  test('have the descriptions of pictures and the names of diagrams', async () => {
    const diagram =
      '```mermaid\n---\ntitle: From Markdown to a page\n---\nflowchart LR\n  a --> b\n```';
    const [[, , prose] = []] = await sections([
      '![A map of *Zanzibar*](https://example.com/a.png)',
      diagram,
    ]);
    expect(prose).toEqual(expect.arrayContaining(['A map of Zanzibar', 'From Markdown to a page']));
  });

  test('have footnotes last, outside of the section before them', async () => {
    expect(await sections(['# A', 'Text.[^1]', '[^1]: A note.'])).toEqual([
      ['a', 'A', ['Text.'], []],
      ['', '', ['A note.'], []],
    ]);
  });

  test('have neither formulas nor buttons', async () => {
    expect(await sections(['Before $a^2$ after.', '```js\na\n```'])).toEqual([
      ['', '', ['Before after.'], ['a']],
    ]);
  });

  test('have the values of expressions in MDX', async () => {
    const blocks = ['export const version = "1.2"', 'Release {version} is out.'];
    expect(await sections(blocks, { format: 'mdx' })).toEqual([
      ['', '', ['Release 1.2 is out.'], []],
    ]);
  });

  test('are in chunks of 5,000 bytes, whose lines have 1,000 characters at most', async () => {
    const { search } = await render(`# A\n\n${'word '.repeat(1300)}`);
    const chunks = search!.sections.split('\n').map((json) => JSON.parse(json) as SearchSection[]);
    expect(chunks.map((sections) => sections.map(([anchor]) => anchor))).toEqual([['a'], ['a']]);
    expect(chunks.flat().map(([, , prose]) => prose.map(({ length }) => length))).toEqual([
      [999, 1000, 1000, 1000, 1000, 1000],
      [500],
    ]);
    const words = search!.words.split('\n').map((json) => JSON.parse(json) as SearchWords);
    expect(words.map(([, headings]) => headings)).toEqual([[['a', 1]], []]);
  });

  test('are none for an empty text', async () => {
    expect((await render('')).search).toEqual(NO_SEARCH_TEXT);
  });
});
