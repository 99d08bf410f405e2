import { describe, expect, test } from 'vitest';
import { found, render } from '../../helpers.ts';

const NEVER = (name: string) =>
  `:::${name}: is never closed; end it with :::, and give an outer container more colons (::::${name})`;

describe('a mistake', () => {
  test.each([
    ['a name that is none', ':::nothing\na\n:::', ['1:1 :::nothing: unknown directive']],
    [
      'a name that is mistyped',
      ':::nte\na\n:::',
      ['1:1 :::nte: unknown directive; did you mean note?'],
    ],
    [
      'a leaf that is mistyped',
      'a\n\n::inclde{file="b.md"}',
      ['3:1 ::inclde: unknown directive; did you mean include?'],
    ],
    [
      'a container as a leaf',
      '::note[a]',
      ['1:1 ::note: is empty; write :::note, the text and :::'],
    ],
    [
      'an include as a container',
      ':::include{file="a.md"}\n:::',
      ['1:1 :::include: is not a container; write ::include{file="./note.md"} alone on its line'],
    ],
    ['a container that is never closed', 'a\n\n:::note\nb\n\nc', [`3:1 ${NEVER('note')}`]],
    ['one that ends with its list', '- :::note\n  a\n\nb', [`1:3 ${NEVER('note')}`]],
    [
      'one around another of as many colons',
      ':::note\n:::tip\na\n:::\nb\n:::',
      [`1:1 ${NEVER('note')}`],
    ],
    [
      'both where none is closed',
      '::::note\n:::tip\na',
      [`1:1 ${NEVER('note')}`, `2:1 ${NEVER('tip')}`],
    ],
  ])('is %s', async (_, markdown, messages) => {
    expect(found((await render(markdown)).diagnostics)).toEqual(messages);
    expect(found((await render(markdown, { format: 'mdx' })).diagnostics)).toEqual(messages);
  });
});

describe('no mistake', () => {
  test.each([
    ['containers within others', '::::note\n:::tip\na\n:::\nb\n::::'],
    ['in a list', '- :::note\n  a\n  :::\n- b'],
    ['in a quotation', '> :::note\n> a\n> :::\n\nb'],
    ['with more colons at its end', ':::note\na\n:::::'],
    ['with an empty line', ':::note\n\na\n\n:::\n'],
    ['one in code', '```md\n:::nothing\n```\n\n`:::nothing`'],
    ['colons in a sentence', 'a ::b and :::c'],
  ])('is %s', async (_, markdown) => {
    expect(found((await render(markdown)).diagnostics)).toEqual([]);
  });
});
