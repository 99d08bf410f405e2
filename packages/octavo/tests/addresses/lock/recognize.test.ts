import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../../src/addresses/lock/fingerprint.ts';
import { recogniser } from '../../../src/addresses/lock/recognize.ts';
import { words } from '../../../../../tests/posts.ts';

const TEXT = words(100);
const OTHER = words(100, 500);
/** The most of it is the text: two signs are the same. */
const MOST = `${words(70)} ${words(30, 900)}`;

const old = { isOld: true };
const renamed = { isOld: false };

describe('a text that was', () => {
  test.each<
    [
      what: string,
      candidates: [text: string, title: string, isOld?: boolean][],
      found: number | undefined,
    ]
  >([
    [
      'renamed',
      [
        [OTHER, 'Other'],
        [TEXT, 'Title'],
      ],
      1,
    ],
    [
      'renamed and given another title',
      [
        [TEXT, 'New'],
        [OTHER, 'Other'],
      ],
      0,
    ],
    [
      'written anew under its title',
      [
        [OTHER, 'Title'],
        [words(50, 300), 'Other'],
      ],
      0,
    ],
    ['written anew under another title', [[OTHER, 'New']], undefined],
    [
      'copied',
      [
        [TEXT, 'One'],
        [TEXT, 'Two'],
      ],
      undefined,
    ],
    [
      'copied, and one has the title',
      [
        [TEXT, 'One'],
        [TEXT, 'Title'],
      ],
      1,
    ],
    [
      'taken away, and another has its title and is where it was',
      [[OTHER, 'Title', true]],
      undefined,
    ],
    ['put together with one that stays', [[TEXT, 'One', true]], 0],
    [
      'written anew, and two have its title',
      [
        [OTHER, 'Title'],
        [words(50, 300), 'Title'],
      ],
      undefined,
    ],
    ['taken away, with nothing left', [], undefined],
    ['taken away, and another has no text', [['', '']], undefined],
  ])('%s', (_, candidates, found) => {
    const find = recogniser(
      candidates.map(([text, title, isOld], of) => ({
        of,
        text,
        title,
        ...(isOld ? old : renamed),
      })),
    );
    expect(find(fingerprint(TEXT, 'Title'))).toBe(found);
  });

  test.each([
    ['Title', 'most'],
    ['Another', undefined],
  ])('changed by a third is known by its title too: %s', (title, found) => {
    const find = recogniser([{ of: 'most', text: MOST, title, ...old }]);
    expect(find(fingerprint(TEXT, 'Title'))).toBe(found);
  });

  test('without words or title is nobody’s', () => {
    const find = recogniser([{ of: 'empty', text: '', title: '', ...renamed }]);
    expect(find(fingerprint('', ''))).toBeUndefined();
  });
});
