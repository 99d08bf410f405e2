import { writeFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, test } from 'vitest';
import type { KeptMetadata } from '../../src/words/excerpt.ts';
import { KeptTexts } from '../../src/content/text-cache.ts';
import { folder } from '../helpers.ts';

const metadata: KeptMetadata = {
  headings: [],
  text: { words: 1, characters: 0, automatic: { text: 'One.', goesOn: false } },
  pictures: [],
  terms: 'one 1',
};
const text = (digest: string, html = `<p>${digest}</p>`) => ({
  ...{ digest, html, metadata },
  record: `record of ${digest}`,
});

let root: string;
const file = () => join(root, '.cache/octavo/texts.sqlite');

beforeEach(() => {
  root = folder();
});

describe('what is kept of texts', () => {
  test('is there for whoever comes next', () => {
    const texts = new KeptTexts(root);
    texts.write([text('a'), text('b')]);
    texts.close();
    const again = new KeptTexts(root);
    expect([...again.records()]).toEqual([
      ['a', 'record of a'],
      ['b', 'record of b'],
    ]);
    expect(again.metadata().get('b')).toEqual(metadata);
    expect(again.html('b')).toBe('<p>b</p>');
    expect(again.html('c')).toBe('');
  });

  test('is there for one who reads meanwhile', () => {
    const reader = new KeptTexts(root);
    new KeptTexts(root).write([text('a')]);
    expect(reader.html('a')).toBe('<p>a</p>');
  });

  test('is written anew where it is there already', () => {
    const texts = new KeptTexts(root);
    texts.write([text('a')]);
    texts.write([text('a', '<p>New.</p>')]);
    expect(texts.html('a')).toBe('<p>New.</p>');
    expect(texts.records().size).toBe(1);
  });

  test('is apart for `dev`', () => {
    new KeptTexts(root, { inDevelopment: true }).write([text('a')]);
    new KeptTexts(root).keepOnly(new Set());
    expect(new KeptTexts(root, { inDevelopment: true }).html('a')).toBe('<p>a</p>');
  });

  test('is all or nothing of what is written together', () => {
    const texts = new KeptTexts(root);
    const broken = { ...text('b'), html: null as unknown as string };
    expect(() => texts.write([text('a'), broken])).toThrow(/NOT NULL/);
    expect(texts.records().size).toBe(0);
    texts.write([text('a')]);
    expect(texts.html('a')).toBe('<p>a</p>');
  });

  test('takes no more room than it needs', () => {
    const texts = new KeptTexts(root);
    const many = Array.from({ length: 100 }, (_, index) => text(`${index}`, 'x'.repeat(50_000)));
    texts.write(many);
    texts.keepOnly(new Set(['7']));
    texts.close();
    expect(statSync(file()).size).toBeLessThan(500_000);
    expect([...new KeptTexts(root).records().keys()]).toEqual(['7']);
    expect(new KeptTexts(root).html('7')).toHaveLength(50_000);
  });

  test.each([
    ['is no database', () => writeFileSync(file(), 'x'.repeat(10_000))],
    ['has another version', () => new DatabaseSync(file()).exec('pragma user_version = 99')],
    ['has lost its tables', () => new DatabaseSync(file()).exec('drop table html')],
  ])('begins anew where its file %s', (_, spoil) => {
    const texts = new KeptTexts(root);
    texts.write([text('a')]);
    texts.close();
    spoil();
    const anew = new KeptTexts(root);
    expect(anew.records().size).toBe(0);
    anew.write([text('a')]);
    expect(new KeptTexts(root).html('a')).toBe('<p>a</p>');
  });
});
