import { describe, expect, test } from 'vitest';
import { fingerprint, sharedHashes } from '../../../src/addresses/lock/fingerprint.ts';
import { words } from '../../../../../tests/posts.ts';

const TEXT = words(300);
const JAPANESE = Array.from({ length: 300 }, (_, index) =>
  String.fromCodePoint(0x4e00 + ((index * index * 31) % 5000)),
).join('');

const shared = (one: string, other: string) =>
  sharedHashes(fingerprint(one, '').text, fingerprint(other, '').text);

describe('a text', () => {
  test.each([
    ['of other white space', TEXT, TEXT.replaceAll(' ', '\n\n')],
    ['of another case', TEXT, TEXT.toUpperCase()],
    ['with other marks', TEXT, TEXT.replaceAll(' ', ' **')],
    ['decomposed', 'Größe und Maß im Blick', 'Größe und Maß im Blick'.normalize('NFD')],
  ])('%s has the same hashes', (_, one, other) => {
    expect(shared(one, other)).toBe(4);
  });

  test.each([
    ['a word changed', TEXT, TEXT.replace('word150 ', 'other ')],
    ['some words added', TEXT, `${TEXT} ${words(10, 1000)}`],
    ['characters changed in Japanese', JAPANESE, JAPANESE.replace(JAPANESE.slice(100, 103), '語')],
  ])('with %s is found', (_, one, other) => {
    expect(shared(one, other)).toBeGreaterThanOrEqual(3);
  });

  test('shares almost no hashes with others', () => {
    const others = Array.from({ length: 200 }, (_, index) => words(300, 1000 * (index + 1)));
    expect(Math.max(...others.map((other) => shared(TEXT, other)))).toBeLessThanOrEqual(1);
  });

  test.each([
    ['', ''],
    ['---', '…'],
  ])('without a word (%j) has no hashes', (text, title) => {
    expect(fingerprint(text, title)).toEqual({ text: '', title: '' });
  });

  test('of a word has hashes', () => {
    expect(fingerprint('Word', 'Title')).toEqual({
      text: expect.stringMatching(/^[0-9a-z]{12}$/) as string,
      title: expect.stringMatching(/^[0-9a-z]{6}$/) as string,
    });
  });

  test('has leading zeros', () => {
    expect(fingerprint('', 'word108').title).toBe('0xy970');
  });

  test.each([
    ['The quick brown fox jumps.', 'A title', '7j9eght9vsh3', '9d8i6q'],
    ['हिन्दी में लिखा एक छोटा पाठ।', 'Größe', 'j8iugyhw4138', 'ajot36'],
    ['プロキシサーバーを書く。', '代理服务器', 'xlfwpbqn1vs5', '200338'],
    ['ภาษาไทยไม่มีการเว้นวรรค', '한국어 제목', 'wjmcdx1ws3qg', 'dmon5x'],
  ])('is the same as in earlier versions: %s', (text, title, ofText, ofTitle) => {
    expect(fingerprint(text, title)).toEqual({ text: ofText, title: ofTitle });
  });
});
