import { describe, expect, test } from 'vitest';
import { withEmoji } from '../../../src/markdown/text/emoji.ts';
import { render } from '../../helpers.ts';

describe('short codes become emoji', () => {
  test.each([
    [':smile:', '😄'],
    ['a :smile: b', 'a 😄 b'],
    [':+1: and :-1:', '👍 and 👎'],
    ['(:tada:)', '(🎉)'],
    ['well:', 'well:'],
    [':smile: :tada:.', '😄 🎉.'],
    [':de:', '🇩🇪'],
  ])('%s → %s', (typed, expected) => {
    expect(withEmoji(typed)).toBe(expected);
  });
});

describe('what is none stays as typed', () => {
  test.each([
    ':nothing:',
    ':constructor:',
    '10:30:45',
    'a:b:c',
    'std::vector::size',
    'a:smile:b',
    '::smile::',
    'größe:smile:',
    ': smile :',
    ':Smile:',
  ])('%s', (typed) => {
    expect(withEmoji(typed)).toBe(typed);
  });
});

describe('in Markdown', () => {
  test.each([
    ['text', 'a :smile: b', '<p>a 😄 b</p>'],
    ['emphasis', '*:smile:*', '<p><em>😄</em></p>'],
    ['a link', '[:smile:](https://example.com/)', '<p><a href="https://example.com/">😄</a></p>'],
    ['a cell', '| :smile: |\n|---|', '>😄</'],
    ['a heading', '## A :tada:', 'A 🎉'],
    ['a title of a callout', '> [!NOTE] A :tada:', '<strong>A 🎉</strong>'],
    ['code', '`:smile:`', '<p><code>:smile:</code></p>'],
    ['code in HTML', '<code>:smile:</code> :smile:', '<p><code>:smile:</code> 😄</p>'],
    [
      'an address',
      '<https://example.com/:smile:>',
      '<p><a href="https://example.com/:smile:">https://example.com/:smile:</a></p>',
    ],
    ['times', 'at 10:30:45', '<p>at 10:30:45</p>'],
  ])('%s', async (_, markdown, expected) => {
    const { html, diagnostics } = await render(markdown);
    expect(html).toContain(expected);
    expect(diagnostics).toEqual([]);
  });

  test('in MDX too', async () => {
    const { text } = await render('a :smile: and <code>:smile:</code>', { format: 'mdx' });
    expect(text.automatic.text).toBe('a 😄 and :smile:');
  });
});
