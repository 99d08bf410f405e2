import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decodeCbor, encodeCbor, type Cbor } from '../../src/build/cbor.ts';
import { stableFiles } from '../../src/build/stable-index.ts';

const file = (path: string, value: Cbor) => ({
  path,
  content: gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), encodeCbor(value)])),
});

/** An index with its filters and their values in some order, named as Pagefind would. */
const indexWith = (values: Cbor[], filters: string[], hash: string) => [
  file(`pagefind.en_${hash}0.pf_meta`, [
    '1.5.2',
    [['en_aaa', 12]],
    [],
    filters.map((name) => [name, name === 'tag' ? `en_${hash}1` : 'en_2222222']),
    [['date', [0]]],
    ['title'],
  ]),
  file(`filter/en_${hash}1.pf_filter`, ['tag', values]),
  file('filter/en_2222222.pf_filter', ['year', [['2024', [0]]]]),
  { path: 'index/en_3333333.pf_index', content: Buffer.from('as it is') },
  {
    path: 'pagefind-entry.json',
    content: Buffer.from(JSON.stringify({ languages: { en: { hash: `en_${hash}0` } } })),
  },
];

const one = stableFiles(
  indexWith(
    [
      ['Go', [0]],
      ['C', [1]],
    ],
    ['year', 'tag'],
    'aaaaaa',
  ),
);
const other = stableFiles(
  indexWith(
    [
      ['C', [1]],
      ['Go', [0]],
    ],
    ['tag', 'year'],
    'bbbbbb',
  ),
);

test('an index is the same, whatever order it was written in', () => {
  const contents = (files: typeof one) =>
    new Map(files.map(({ path, content }) => [path, Buffer.from(content).toString('hex')]));
  expect(contents(one)).toEqual(contents(other));
});

test('each file is named by the file that leads to it', () => {
  const read = (pattern: RegExp) => {
    const found = one.find(({ path }) => pattern.test(path))!;
    return decodeCbor(gunzipSync(found.content).subarray('pagefind_dcd'.length)) as Cbor[][];
  };
  const entry = JSON.parse(Buffer.from(one.at(-1)!.content).toString()) as {
    languages: { en: { hash: string } };
  };
  const meta = read(new RegExp(`^pagefind\\.${entry.languages.en.hash}\\.pf_meta$`));
  const filters = meta[3] as [string, string][];
  expect(filters.map(([name]) => name)).toEqual(['tag', 'year']);
  expect(filters.map(([, hash]) => read(new RegExp(`^filter/${hash}\\.`))[0])).toEqual([
    'tag',
    'year',
  ]);
  expect(read(new RegExp(filters[0]![1]))[1]).toEqual([
    ['C', [1]],
    ['Go', [0]],
  ]);
});
