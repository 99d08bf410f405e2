import { describe, expect, test } from 'vitest';
import { countSearchWords } from '../../src/words/search-counts.ts';
import { searchWords, type SearchWord } from '../../src/words/search-words.ts';

/** Returns words with their parts in parentheses: `nethttp(net http)`. */
const written = (words: readonly SearchWord[]): string =>
  words
    .map(({ term, parts }) => (parts.length > 0 ? `${term}(${written(parts)})` : term))
    .join(' ');

describe('searchWords', () => {
  test.each([
    ['A sentence, with words.', 'a sentence with words'],
    ['GOMAXPROCS', 'gomaxprocs'],
    ['std::vector', 'stdvector(std vector)'],
    ['x-forwarded-for', 'xforwardedfor(forwarded for)'],
    ['useEffect', 'useeffect(use effect)'],
    ['XMLHttpRequest', 'xmlhttprequest(xml http request)'],
    ['R&D', 'r&d'],
    ['.NET', '.net(net)'],
    ['ASP.NET', 'aspnet(asp net)'],
    ['C++, C# and C', 'c++ c# and c'],
    ['HTTP/3', 'http3(http)'],
    ['map[string]int', 'mapstringint(map string int)'],
    ['v1.22.3', 'v1.22.3(v1 22.3)'],
    ['3.11.', '3.11'],
    ['foo.bar()', 'foobar(foo bar)'],
    ["it's", 'its(it)'],
    ['/usr/local/share/doc/octavo/search/README', 'usr local share doc octavo search readme'],
  ])('finds the names in %s: %s', (text, expected) => {
    expect(written(searchWords(text))).toBe(expected);
  });

  test.each([
    ['Größe', 'grosse'],
    ['GRÖSSE', 'grosse'],
    ['ﬁle', 'file'],
    ['Æsir Ørsted Łódź', 'aesir orsted lodz'],
    ['ОБЪЁМ', 'объем'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['الخادم والخادم خادم', 'خادم خادم خادم'],
    ['إعداد مكتبة', 'اعداد مكتبه'],
    ['ＡＰＩ', 'api'],
  ])('folds letters: %s is %s', (text, expected) => {
    expect(written(searchWords(text))).toBe(expected);
  });

  test.each([
    ['分散システム', '(分散 散し しす すて てむ)'],
    ['である。分散', '(であ ある) (分散)'],
    ['サーバー サーバ', '(さー ーば) (さー ーば)'],
    ['ﾌﾟﾛｷｼ プロキシ ぷろきし', '(ぷろ ろき きし) (ぷろ ろき きし) (ぷろ ろき きし)'],
    ['ヴァイオリン バイオリン', '(ばい いお おり りん) (ばい いお おり りん)'],
    ['Go言語', 'go (言語)'],
    ['鍵', '鍵'],
    ['서버를', '(서버 버를)'],
    ['เครือ', '(เค ครื รือ)'],
  ])('finds the pairs of characters of scripts without spaces: %s', (text, expected) => {
    expect(written(searchWords(text))).toBe(expected);
  });

  test('has the positions of words and parts', () => {
    const text = 'A net/http 分散';
    const spans = (words: readonly SearchWord[]): string[] =>
      words.flatMap(({ start, end, parts }) => [text.slice(start, end), ...spans(parts)]);
    expect(spans(searchWords(text))).toEqual(['A', 'net/http', 'net', 'http', '分散', '分散']);
  });
});

test('countSearchWords counts parts of names half', () => {
  expect(countSearchWords(['Größe useEffect', 'use größe'])).toEqual([
    ['grosse', 2, 'größe'],
    ['useeffect', 1],
    ['use', 1.5],
    ['effect', 0.5],
  ]);
});
