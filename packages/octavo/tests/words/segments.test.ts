import { expect, test } from 'vitest';
import { joined, segmented } from '../../src/words/segments.ts';

test.each([
  ['Plain words.', 'Plain words.'],
  ['全文検索エンジン', '全文|検索|エンジン'],
  ['代理服务器', '代理|服务|器'],
  ['Go言語で書く', 'Go言語|で|書く'],
  ['프록시 서버는', '프록시 서버는'],
  ['ภาษาไทย', 'ภาษา|ไทย'],
])('%s is cut into words, and joined as it was', (text, words) => {
  const cut = segmented(text);
  expect(cut.replaceAll('\u2060 ', '|').replace(/\|(?=[。、])/g, '')).toBe(words);
  expect(joined(cut)).toBe(text);
});
