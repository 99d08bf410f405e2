import { describe, expect, test } from 'vitest';
import { summarize } from '../../src/blog/summary.ts';
import { words } from '../../../../tests/posts.ts';
import { render } from '../helpers.ts';

const beforeMore = { text: 'Before', goesOn: true };
const automatic = { text: 'Automatic', goesOn: true };

describe('the summary of a post', () => {
  test.each([
    ['its summary, before all', { summary: 'S', description: 'D' }, { beforeMore, automatic }, 'S'],
    [
      'the text before the mark, before its description',
      { description: 'D' },
      { beforeMore, automatic },
      'Before ...',
    ],
    ['its description, before an automatic one', { description: 'D' }, { automatic }, 'D'],
    ['an automatic one, last', {}, { automatic }, 'Automatic ...'],
    ['the text before the mark, with nothing else', {}, { beforeMore, automatic }, 'Before ...'],
  ])('is %s', (_, written, text, expected) => {
    expect(summarize(written, text, 'en').text).toBe(expected);
  });

  test.each([
    ['before the mark', { beforeMore: { text: 'All', goesOn: false }, automatic }],
    ['of an automatic one', { automatic: { text: 'All', goesOn: false } }],
  ])('has no dots where no text follows that %s', (_, text) => {
    expect(summarize({}, text, 'en')).toEqual({ text: 'All', html: 'All' });
  });

  test('has no dots of its own where the author wrote it', () => {
    expect(summarize({ summary: 'S' }, { automatic }, 'en')).toEqual({ text: 'S', html: 'S' });
    expect(summarize({ description: '<D>' }, { automatic }, 'en')).toEqual({
      text: '<D>',
      html: '&lt;D&gt;',
    });
  });

  test('is empty for an article without a text, even where code follows', () => {
    expect(summarize({}, { automatic: { text: '', goesOn: false } }, 'en').text).toBe('');
    expect(summarize({}, { automatic: { text: '', goesOn: true } }, 'en').text).toBe('');
  });

  test.each([
    ['a short article', 'One paragraph.', 'One paragraph.'],
    ['a long first paragraph', `${words(80)}.\n\nMore.`, `${words(80)}. ...`],
    ['a mark', 'One.\n\n<!--more-->\n\nTwo.', 'One. ...'],
    ['a mark at the end', 'One.\n\n<!--more-->\n', 'One.'],
    ['only code after a mark', 'One.\n\n<!--more-->\n\n```\ncode\n```', 'One. ...'],
    ['code alone', '```\ncode\n```', ''],
    ['Japanese', `${'語'.repeat(70)}。\n\n次。`, `${'語'.repeat(70)}。 ...`],
  ])('of an article with %s', async (_, markdown, expected) => {
    const { text } = await render(markdown);
    expect(summarize({}, text, 'en').text).toBe(expected);
  });

  test('has the markup of its text and unbroken dots on the index, and full stops elsewhere', async () => {
    const { text } = await render('## One\n\n`Two`\n\n<!--more-->\n\nThree.');
    expect(summarize({}, text, 'en')).toEqual({
      text: 'One. Two ...',
      html: '<b>One</b> <code>Two</code><span class="goes-on"> ...</span>',
    });
  });
});
