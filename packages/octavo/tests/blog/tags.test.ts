import { describe, expect, test } from 'vitest';
import { collectTags } from '../../src/blog/tags.ts';
import { tagNames } from '../../src/addresses/slug.ts';

const post = (id: string, ...tags: string[]) => ({ id, tags: tagNames(tags) });

describe('the tags of one post', () => {
  test.each([
    [
      ['Go', 'C++'],
      [
        ['go', 'Go'],
        ['c++', 'C++'],
      ],
    ],
    [['Go', 'go', 'GO'], [['go', 'Go']]],
    [
      ['Node.js', 'Größe', 'Gro\u0308ße'],
      [
        ['node.js', 'Node.js'],
        ['größe', 'Größe'],
      ],
    ],
    [['web dev', 'Web  Dev', 'web-dev'], [['web-dev', 'web dev']]],
    [[], []],
  ])('%j are each there once, as first written', (names, expected) => {
    expect(tagNames(names)).toEqual(expected.map(([slug, name]) => ({ slug, name })));
  });

  test('keep apart what differs in a sign', () => {
    expect(tagNames(['C', 'C++', 'C#']).map(({ slug }) => slug)).toEqual(['c', 'c++', 'csharp']);
  });
});

describe('the tags of all posts', () => {
  test('hold their posts in the order given', () => {
    const posts = [post('new', 'Go', 'Web'), post('old', 'Go')];
    const tags = collectTags(posts, 'en');
    expect(tags.get('go')?.posts).toEqual(posts);
    expect(tags.get('web')?.posts).toEqual([posts[0]]);
  });

  test('are named as the oldest post writes them', () => {
    const tags = collectTags(
      [post('new', 'GoLang'), post('mid', 'GOLANG'), post('old', 'golang')],
      'en',
    );
    expect([...tags.values()].map(({ slug, name }) => [slug, name])).toEqual([
      ['golang', 'golang'],
    ]);
  });

  test('are named as the oldest post first writes them', () => {
    const tags = collectTags([post('new', 'go'), post('old', 'Go', 'GO')], 'en');
    expect(tags.get('go')?.name).toBe('Go');
  });

  test('hold a post once that names one twice', () => {
    expect(collectTags([post('a', 'Go', 'go')], 'en').get('go')?.posts).toHaveLength(1);
  });

  test.each([
    ['en', ['apple', 'Banana', 'cherry']],
    ['de', ['Apfel', 'Äpfel', 'Zebra']],
    ['sv', ['Zebra', 'Ål', 'Ägg', 'Öl']],
    ['en', ['v2', 'v10', 'v100']],
  ])('are sorted by name as the language %s sorts: %j', (language, names) => {
    const tags = collectTags([post('a', ...[...names].reverse())], language);
    expect([...tags.values()].map(({ name }) => name)).toEqual(names);
  });

  test('with equal names are sorted by slug, whatever order they came in', () => {
    for (const names of [
      ['1', '01', '001'],
      ['001', '1', '01'],
    ])
      expect([...collectTags([post('a', ...names)], 'en').keys()]).toEqual(['001', '01', '1']);
  });

  test('are none where no post names one', () => {
    expect(collectTags([post('a')], 'en').size).toBe(0);
  });
});
