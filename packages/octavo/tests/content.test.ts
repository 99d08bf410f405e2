import { describe, expect, test } from 'vitest';
import { completeCollections, loader } from '../src/content.ts';
import type { CollectionName } from '../src/content/content-file.ts';

const NAMES: CollectionName[] = ['posts', 'pages', 'authors'];
const own = {
  posts: { loader: loader('posts') },
  pages: { loader: loader('pages') },
  authors: { loader: loader('authors') },
};
const talks = { loader: { name: 'glob-loader' } };

describe('the collections of a blog', () => {
  test('are those of its owner', () => {
    expect(completeCollections({ ...own, talks }, NAMES)).toEqual({ ...own, talks });
  });

  test('have notes where the setting adds them', () => {
    const { notes, ...others } = completeCollections(own, [...NAMES, 'notes']) as typeof own & {
      notes?: object;
    };
    expect(notes).toMatchObject({ loader: { collection: 'notes' } });
    expect(others).toEqual(own);
  });

  test('have the notes of the owner instead', () => {
    const notes = { loader: loader('notes') };
    expect(completeCollections({ ...own, notes }, [...NAMES, 'notes'])).toEqual({ ...own, notes });
  });
});

describe('collections end a command, since content would be lost,', () => {
  const needs = (name: string) =>
    `src/content.config.ts:1:1  collections: needs ${name}: defineCollection({ loader: loader('${name}'), … })`;

  test.each([
    ['that are not exported', undefined, NAMES.map(needs)],
    ['without posts', { pages: own.pages, authors: own.authors }, [needs('posts')]],
    [
      'with the loader of others',
      { ...own, posts: own.pages },
      [`${needs('posts')}; a collection of yours needs another name`],
    ],
    [
      "with notes of the owner's",
      { ...own, notes: talks },
      [`${needs('notes')}; a collection of yours needs another name`],
    ],
  ])('%s', (_, collections, errors) => {
    const complete = () =>
      completeCollections(collections, [
        ...NAMES,
        ...(collections && 'notes' in collections ? ['notes' as const] : []),
      ]);
    expect(complete).toThrow(expect.objectContaining({ message: errors.join('\n') }));
  });
});
