import { describe, expect, test } from 'vitest';
import { countWords, readingMinutes, withPhraseBreaks } from '../../src/words/words.ts';

describe('words', () => {
  test.each([
    ['nothing', '', 0],
    ['white space', ' \n\t ', 0],
    ['one word', 'one', 1],
    ['words and their punctuation', 'Well, yes: it is.', 4],
    ['white space of many kinds', 'a  b\tc\n\nd\u00A0e', 5],
    ['what is joined', "don't snake_case a-b x/y", 4],
    ['a dash between spaces, as in Hugo', 'a — b', 3],
    ['code', 'const x = 1;', 4],
    ['Cyrillic', 'Привет, мир', 2],
    ['Arabic', 'مرحبا بالعالم', 2],
    ['emoji', 'a 🎉', 2],
  ])('are runs between white space: %s', (_, text, words) => {
    expect(countWords(text)).toEqual({ words, characters: 0 });
  });
});

describe('Chinese, Japanese and Korean', () => {
  test.each([
    ['Han', '日本語', 0, 3],
    ['Han outside of the first plane', '𠮷野家', 0, 3],
    ['Han, iterated', '人々', 0, 2],
    ['hiragana', 'こんにちは', 0, 5],
    ['katakana', 'カタカナ', 0, 4],
    ['katakana of half width', 'ｶﾀｶﾅ', 0, 4],
    ['Korean, its spaces apart', '안녕하세요 세계', 0, 7],
    ['Bopomofo', 'ㄅㄆㄇ', 0, 3],
    ['full-width punctuation', '「日本」、です！（東京）。', 0, 6],
    ['full-width signs', '日本：東京；大阪？', 0, 6],
    ['Latin words between', '日本語 and two words', 3, 3],
    ['a Latin word that touches', 'Go言語', 1, 2],
    ['Latin words around', 'Go言語Rust', 2, 2],
    ['a Latin word within', '中文ABC中文', 1, 4],
    ['a Korean word with brackets', '한국어 (Korean)', 1, 3],
    ['full-width digits', '２０２４年', 1, 1],
  ])('are counted by character: %s', (_, text, words, characters) => {
    expect(countWords(text)).toEqual({ words, characters });
  });

  // taken for words of their own: "コーヒー" is 2 characters and 2 words.
  test.each([
    ['the long sound mark', 'コーヒー', 4],
    ['the long sound mark of half width', 'ｺｰﾋｰ', 4],
    ['the middle dot between names', 'ジョン・スミス', 6],
    ['Chinese quotation marks', '他说：“你好”。', 4],
    ['a Chinese ellipsis and dash', '但是……北京——上海', 6],
  ])('are counted without words that nobody wrote: %s', (_, text, characters) => {
    expect(countWords(text)).toEqual({ words: 0, characters });
  });
});

/** A sentence of some ten words each. */
const SENTENCES = {
  Thai: 'ภาษาไทยเป็นภาษาที่มีระบบเสียงวรรณยุกต์และไม่มีการเว้นวรรคระหว่างคำ',
  Lao: 'ພາສາລາວເປັນພາສາທີ່ບໍ່ມີການຍະຫວ່າງລະຫວ່າງຄຳ',
  Khmer: 'ភាសាខ្មែរជាភាសាដែលមិនមានចន្លោះរវាងពាក្យ',
  Burmese: 'မြန်မာဘာသာစကားသည်စကားလုံးများကြားတွင်နေရာလွတ်မရှိပါ',
};

describe('Thai, Lao, Khmer and Burmese', () => {
  test.each(Object.entries(SENTENCES))('are counted by word: %s', (_, sentence) => {
    const { words, characters } = countWords(sentence);
    expect(words).toBeGreaterThan(7);
    expect(words).toBeLessThan(18);
    expect(characters).toBe(0);
  });

  test.each([
    ['with punctuation', '(ภาษาไทย)', 2],
    ['beside Latin words and a dash', 'a — b ภาษาไทย', 5],
    ['with spaces between sentences', 'ภาษาไทย ภาษา', 3],
  ])('are counted without words that nobody wrote: %s', (_, text, words) => {
    expect(countWords(text)).toEqual({ words, characters: 0 });
  });

  test.each(Object.entries(SENTENCES))('take more than a minute where long: %s', (_, sentence) => {
    const text = Array.from({ length: 60 }, () => sentence).join(' ');
    expect(readingMinutes(countWords(text))).toBeGreaterThan(1);
  });
});

describe('reading time', () => {
  test.each([
    [0, 0, 1],
    [1, 0, 1],
    [213, 0, 1],
    [214, 0, 2],
    [426, 0, 2],
    [427, 0, 3],
    [1704, 0, 8],
    [0, 1, 1],
    [0, 500, 1],
    [0, 501, 2],
    [0, 5000, 10],
    [106, 250, 1],
    [107, 250, 2],
    [213, 500, 2],
    [213, 501, 3],
  ])('of %i words and %i characters is %i min', (words, characters, minutes) => {
    expect(readingMinutes({ words, characters })).toBe(minutes);
  });
});

test('every character of these scripts is counted, and white space is that of expressions', () => {
  const character =
    /[[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}]&&[\p{L}\p{N}]]/v;
  for (let code = 0; code < 0xd800; code++) {
    const sign = String.fromCharCode(code);
    const isCharacter = character.test(sign);
    const words = isCharacter || /\s/.test(sign) ? 0 : 1;
    const counted = countWords(sign);
    if (counted.characters !== Number(isCharacter) || counted.words !== words)
      expect.fail(`U+${code.toString(16)} is counted as ${JSON.stringify(counted)}`);
  }
});

test.each([
  [
    'コンテナとプロキシのあいだにある仕組みについて',
    'コンテナと|プロキシのあいだにある|仕組みについて',
  ],
  ['Goのスケジューラはどのように動くのか？', 'Goの|スケジューラはどのように|動くのか？'],
  ['Kubernetesで動かすPostgreSQL入門', 'Kubernetesで|動かす|PostgreSQL入門'],
  ['在容器中运行代理服务器的最佳实践', '在容器中|运行|代理|服务器的|最佳|实践'],
  ['「日本語」の長い題名', '「日本語」の|長い|題名'],
  ['ภาษาไทย', 'ภาษา|ไทย'],
  ['쿠버네티스 이해하기', '쿠버네티스 이해하기'],
  ['std::vector and HTTP/3', 'std::vector and HTTP/3'],
])('the phrases of %s are %s', (text, expected) => {
  expect(withPhraseBreaks(text).replaceAll('\u200b', '|')).toBe(expected);
});
