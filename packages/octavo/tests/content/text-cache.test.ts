import { writeFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, test } from 'vitest';
import type { TextMetadata } from '../../src/words/excerpt.ts';
import { TextCache } from '../../src/content/text-cache.ts';
import { folder } from '../helpers.ts';

const metadata: TextMetadata = {
  headings: [],
  text: { words: 1, characters: 0, automatic: { text: 'One.', goesOn: false } },
  pictures: [],
  files: [],
  links: [],
  terms: 'one 1',
};
const search = { words: '[[["one",1]],[]]', sections: '[["","",["One."],[]]]' };
const text = (digest: string, html = `<p>${digest}</p>`) => ({
  ...{ digest, html, metadata, search },
  record: `record of ${digest}`,
  colored: `code of ${digest}`,
});

let root: string;
const file = () => join(root, '.cache/octavo/texts.sqlite');

beforeEach(() => {
  root = folder();
});

describe('TextCache', () => {
  test('restores what was written', () => {
    const texts = new TextCache(root);
    texts.write(text('a'));
    texts.write(text('b'));
    texts.close();
    const again = new TextCache(root);
    expect([...again.records()]).toEqual([
      ['a', 'record of a'],
      ['b', 'record of b'],
    ]);
    expect(again.metadata().get('b')).toEqual(metadata);
    expect(again.html('b')).toBe('<p>b</p>');
    expect(again.html('c')).toBe('');
    expect(again.searchTexts().get('b')).toEqual(search);
    expect(again.colored('b')).toBe('code of b');
    expect(again.colored('c')).toBe('');
  });

  test('can be read while another process writes', () => {
    const reader = new TextCache(root);
    new TextCache(root).write(text('a'));
    expect(reader.html('a')).toBe('<p>a</p>');
  });

  test('overwrites a rendering with the same digest', () => {
    const texts = new TextCache(root);
    texts.write(text('a'));
    texts.write(text('a', '<p>New.</p>'));
    expect(texts.html('a')).toBe('<p>New.</p>');
    expect(texts.records().size).toBe(1);
  });

  test('is separate for `dev`', () => {
    new TextCache(root, { inDevelopment: true }).write(text('a'));
    new TextCache(root).prune([]);
    expect(new TextCache(root, { inDevelopment: true }).html('a')).toBe('<p>a</p>');
  });

  test('frees the disk space of deleted renderings', () => {
    const texts = new TextCache(root);
    for (let index = 0; index < 100; index++) texts.write(text(`${index}`, 'x'.repeat(50_000)));
    texts.prune(['7']);
    texts.close();
    expect(statSync(file()).size).toBeLessThan(500_000);
    expect([...new TextCache(root).records().keys()]).toEqual(['7']);
    expect(new TextCache(root).html('7')).toHaveLength(50_000);
  });

  test.each([
    ['is not a database', () => writeFileSync(file(), 'x'.repeat(10_000))],
    ['has another version', () => new DatabaseSync(file()).exec('pragma user_version = 99')],
  ])('starts empty if its file %s', (_, spoil) => {
    const texts = new TextCache(root);
    texts.write(text('a'));
    texts.close();
    spoil();
    const fresh = new TextCache(root);
    expect(fresh.records().size).toBe(0);
    fresh.write(text('a'));
    expect(new TextCache(root).html('a')).toBe('<p>a</p>');
  });
});
