import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../../src/addresses/lock/fingerprint.ts';
import { findOwner } from '../../../src/addresses/lock/find-owner.ts';
import { words } from '../../../../../tests/posts.ts';

const TEXT = words(100);
const OTHER = words(100, 500);
/** The more of it is the text, the more hashes are the same: of four, one, two and three. */
const SOME = `${words(71)} ${words(29, 900)}`;
const MOST = `${words(70)} ${words(30, 900)}`;
const NEAR = `${words(79)} ${words(21, 900)}`;

const old = { isOld: true };
const renamed = { isOld: false };

describe('the owner of a text that was', () => {
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
      'rewritten under its title',
      [
        [OTHER, 'Title'],
        [words(50, 300), 'Other'],
      ],
      0,
    ],
    ['rewritten under another title', [[OTHER, 'New']], undefined],
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
      'copied into two published ones, and one has the title',
      [
        [TEXT, 'One', true],
        [TEXT, 'Title', true],
      ],
      1,
    ],
    ['edited under another title', [[NEAR, 'New']], 0],
    [
      'copied and edited',
      [
        [NEAR, 'One'],
        [TEXT, 'Two'],
      ],
      1,
    ],
    ['rewritten, while a published one has some of it', [[SOME, 'Title', true]], undefined],
    ['removed, while a published one has its title', [[OTHER, 'Title', true]], undefined],
    ['merged into a published one', [[TEXT, 'One', true]], 0],
    [
      'rewritten, and two have its title',
      [
        [OTHER, 'Title'],
        [words(50, 300), 'Title'],
      ],
      undefined,
    ],
    ['removed, with nothing left', [], undefined],
    ['removed, and another is empty', [['', '']], undefined],
  ])('%s', (_, candidates, found) => {
    const find = findOwner(
      candidates.map(([text, title, isOld], owner) => ({
        owner,
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
  ])('changed by a third is found only by its title too: %s', (title, found) => {
    const find = findOwner([{ owner: 'most', text: MOST, title, ...old }]);
    expect(find(fingerprint(TEXT, 'Title'))).toBe(found);
  });

  test('without words or title has no owner', () => {
    const find = findOwner([{ owner: 'empty', text: '', title: '', ...renamed }]);
    expect(find(fingerprint('', ''))).toBeUndefined();
  });
});
