import type { Node } from '@takumi-rs/core';
import { describe, expect, test } from 'vitest';
import { cardNode, titleNode, titleSpace } from '../../src/cards/layout.ts';

const CARD = { title: 'Title', site: 'Site' };
const PICTURE = { width: 1, height: 1, data: new Uint8Array(4) };

test.each([
  ['Analyzing Go', 'ltr'],
  ['مرحبا بالعالم', 'rtl'],
  ['“שלום”', 'rtl'],
  ['Go بالعربية', 'ltr'],
  ['2024', 'ltr'],
  ['日本語', 'ltr'],
])('reads %s from %s', (text, direction) => {
  expect(cardNode({ ...CARD, title: text }, {}, 84).dir).toBe(direction);
});

describe('a card', () => {
  test.each([
    ['of a page', {}, {}, ['initial S', 'site Site', 'title Title']],
    [
      'of the site',
      { lead: 'About it' },
      { mark: PICTURE },
      ['mark', 'site Site', 'title Title', 'lead About it'],
    ],
    [
      'of a post',
      { by: 'Ada', date: 'Today', tags: ['Go', 'C'] },
      { mark: PICTURE, portrait: PICTURE },
      [
        ...['mark', 'site Site', 'title Title', 'portrait', 'by Ada', 'date Today'],
        ...['tag Go', 'tag C'],
      ],
    ],
    [
      'of a post without an author',
      { date: 'Today' },
      {},
      ['initial S', 'site Site', 'title Title', 'date Today'],
    ],
    [
      'of a post with a cover, beside which tags have no space',
      { date: 'Today', tags: ['Go'] },
      { cover: PICTURE },
      ['initial S', 'site Site', 'title Title', 'date Today', 'cover'],
    ],
  ])('%s', (_, content, pictures, expected) => {
    expect(partsOf(cardNode({ ...CARD, ...content }, pictures, 84))).toEqual(expected);
  });
});

test.each([
  ['of the card', {}, {}, { width: 1056, height: 312 }],
  ['above a lead', { lead: 'About it' }, {}, { width: 1056, height: 210 }],
  ['beside a cover', {}, { cover: PICTURE }, { width: 576, height: 312 }],
])('the space of a title %s', (_, content, pictures, expected) => {
  expect(titleSpace({ ...CARD, ...content }, pictures)).toEqual(expected);
});

describe('the lines of a title', () => {
  // Where a line may not break but would, and where it may but would not.
  const shown = (title: string, size?: number) =>
    textOf(titleNode(title, size)).replaceAll('\u2060', '⁀').replaceAll('\u200b', '|');

  test.each([
    ['Analyzing Go', 'Analyzing Go'],
    ['Why “it” isn\'t "slow"', 'Why “it” isn\'t "slow"'],
    ['std::vector', 'std⁀:⁀:⁀vector'],
    ['x-forwarded-for', 'x⁀-⁀forwarded⁀-⁀for'],
    ['useEffect() in HTTP/3', 'useEffect⁀(⁀) in HTTP⁀/⁀3'],
    ['map[string][]byte', 'map⁀[⁀string⁀]⁀[⁀]⁀byte'],
    ['日本語の題名', '日本語の|題名'],
  ])('of “%s” are “%s”', (title, expected) => {
    expect(shown(title, 84)).toBe(expected);
  });

  test('may break in identifiers if it fits in no size', () => {
    expect(shown('std::vector 日本語の題名')).toBe('std::vector 日本語の|題名');
    expect(titleNode('std::vector').style).toMatchObject({ overflowWrap: 'anywhere' });
  });
});

/** Returns the names and texts of the pictures and texts of a card, in order. */
function partsOf(node: Node): string[] {
  if (node.type === 'container') return (node.children ?? []).flatMap(partsOf);
  const name = node.className!.split(' ').at(-1)!;
  return [node.type === 'text' ? `${name} ${node.text}` : name];
}

function textOf(node: Node): string {
  return node.type === 'text' ? node.text : '';
}
