import { describe, expect, test } from 'vitest';
import type { IndexFile } from '../../../src/search/index-files.ts';
import { indexOf, type SearchedPost } from '../search-of.ts';

const parsed = <Value>(files: ReadonlyMap<string, string>, name: string) =>
  JSON.parse(files.get(name)!) as Value;

/** Returns the files of so many posts with words of their own. */
const many = (count: number) =>
  indexOf(
    Array.from({ length: count }, (_, index): SearchedPost => {
      const own = Array.from({ length: 40 }, (_, word) => `w${(index * 40 + word).toString(36)}x`);
      return { title: `Post ${index}`, body: `About everything ${own.join(' ')}` };
    }),
  );

describe('the index', () => {
  test('has what results and filters need of entries', async () => {
    const entry = { title: 'A', byline: 'June 1, 2024', filters: { tag: ['Go'] } };
    expect(parsed<IndexFile>(await indexOf([entry]), 'index.json')).toMatchObject({
      entries: [{ ...entry, url: 'A' }],
      chunks: [0],
    });
  });

  test('has terms with their stems and entries, sorted', async () => {
    const files = await indexOf([{ title: 'Caches' }, { title: 'A city' }, { title: 'Caching' }]);
    expect(parsed(files, 'terms-0.json')).toEqual([
      ['a', 1, 1, 40],
      ['caches', 4, 0, 40],
      ['caching', 4, 2, 40],
      ['city', 'citi', 1, 40],
    ]);
    expect(parsed<IndexFile>(files, 'index.json')).toMatchObject({ shards: ['a'], common: [] });
  });

  test('has words for corrections as they are written, without numbers and short ones', async () => {
    const files = await indexOf([
      { title: 'Größe, Größen, abc, abc1' },
      { title: 'Text', body: 'Textual' },
    ]);
    expect(parsed(files, 'words.json')).toBe('größe größen text');
  });

  test.each([
    [['Webhook', 'Web-hook'], 'hook webhook'],
    [['Web-hook', 'Webhook'], 'hook web-hook'],
  ])('has a word as the first entry writes it: %s', async (titles, words) => {
    const files = await indexOf(titles.map((title) => ({ title })));
    expect(parsed(files, 'words.json')).toBe(words);
  });

  test('is cut into files, each of which begins with its term in the index', async () => {
    const files = await many(60);
    const { shards } = parsed<IndexFile>(files, 'index.json');
    expect(shards.length).toBeGreaterThan(2);
    for (const [number, first] of shards.entries())
      expect(parsed<string[][]>(files, `terms-${number}.json`)[0]![0]).toBe(first);
  });

  test('has of terms in most entries only those about them', async () => {
    const { common } = parsed<IndexFile>(await many(60), 'index.json');
    expect(common).toEqual(['about', 'everything', 'post']);
    expect(parsed<IndexFile>(await many(20), 'index.json').common).toEqual([]);
  });

  test('has a version that changes with a text', async () => {
    const version = async (body: string) =>
      parsed<IndexFile>(await indexOf([{ title: 'A', body }]), 'index.json').version;
    expect(await version('a, b')).toBe(await version('a, b'));
    expect(await version('a, b')).not.toBe(await version('a b'));
  });
});
