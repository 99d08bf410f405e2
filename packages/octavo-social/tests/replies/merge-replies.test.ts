import { describe, expect, test } from 'vitest';
import { formatReplies, mergeReplies } from '../../src/replies/merge-replies.ts';

const reply = (id: string, own: object = {}) => ({
  ...{ id, author: { name: 'Jane' }, date: '2026-01-01T00:00:00.000Z', html: `<p>${id}</p>` },
  ...own,
});
const [A, B] = ['https://a.example/', 'https://b.example/'];

/** Returns the merged replies as `id`, `id<parent` or `id!` for hidden ones, each with its source. */
function merged(...args: Parameters<typeof mergeReplies>): string[] {
  return mergeReplies(...args).map(({ id, parent, hidden, source }) =>
    [id, parent && `<${parent}`, hidden && '!', source === A && ' A', source === B && ' B']
      .filter(Boolean)
      .join(''),
  );
}

describe('replies of a file', () => {
  test.each([
    ['are those of all sources', [], { [A]: [reply('1')], [B]: [reply('2')] }, ['1 A', '2 B']],
    ['keep those of no source', [reply('0')], { [A]: [reply('1')] }, ['0', '1 A']],
    ['keep those of a failed fetch', [reply('2', { source: B })], { [A]: [] }, ['2 B']],
    ['lose those that are gone', [reply('1', { source: A })], { [A]: [], [B]: [] }, []],
    ['lose those of a source that was removed', [reply('1', { source: 'x' })], {}, []],
    [
      'stay hidden',
      [reply('1', { source: A, hidden: true })],
      { [A]: [reply('1'), reply('2')] },
      ['1! A', '2 A'],
    ],
    ['are there once', [], { [A]: [reply('1')], [B]: [reply('1'), reply('2')] }, ['1 A', '2 B']],
    [
      'keep an answer to one of a source, below it',
      [reply('0', { parent: '1' }), reply('00', { parent: '0' })],
      { [A]: [reply('1')] },
      ['1 A', '0<1', '00<0'],
    ],
    ['keep an answer to one that is gone', [reply('0', { parent: '1' })], { [A]: [] }, ['0']],
  ])('%s', (_, before, found, expected) => {
    expect(merged(before, new Map(Object.entries(found)), [A, B])).toEqual(expected);
  });

  test('have their keys in a fixed order', () => {
    const [source, url] = [A, 'https://jane.example/'];
    const one = { source, hidden: true, ...reply('1', { author: { url, name: 'Jane' } }) };
    expect(formatReplies([one])).toBe(
      `[
  {
    "id": "1",
    "author": {
      "name": "Jane",
      "url": "https://jane.example/"
    },
    "date": "2026-01-01T00:00:00.000Z",
    "html": "<p>1</p>",
    "source": "https://a.example/",
    "hidden": true
  }
]
`,
    );
  });
});
