import type { SearchSection } from '../../words/search-text.ts';
import { hitsIn, marked } from './marks.ts';
import type { WordMatch } from './match-words.ts';

const MOST_PASSAGES = 3;
/** Approximate characters of a passage, and those before its first hit. */
const [LENGTH, BEFORE] = [200, 60];
/** The share of the rarity of its words that a line scores; prose reads better than code. */
const WEIGHT = { heading: 2, prose: 1, code: 0.6 };

export type Passage = ReturnType<typeof passagesOf>[number];

/** Returns the best sentence or line of code of the best sections of a text; of the first if none has a hit. */
export function passagesOf(text: readonly SearchSection[], matches: readonly WordMatch[]) {
  const scoreOf = (line: string) => {
    const found = new Set(hitsIn(line, matches).map(({ match }) => match));
    return [...found].reduce((sum, { rarity }) => sum + rarity, 0);
  };
  const sections = text.map(([anchor, heading, prose, code]) => {
    const lines = [
      ...prose.map((line) => ({ line, isCode: false, score: WEIGHT.prose * scoreOf(line) })),
      ...code.map((line) => ({ line, isCode: true, score: WEIGHT.code * scoreOf(line) })),
    ];
    const best = Math.max(...lines.map(({ score }) => score));
    const { line = '', isCode = false } = lines.find(({ score }) => score === best) ?? {};
    const score = Math.max(best, 0) + WEIGHT.heading * scoreOf(heading);
    return { anchor, heading, line, isCode, score };
  });
  const best = sections.toSorted((a, b) => b.score - a.score).slice(0, MOST_PASSAGES);
  const found = sections.filter((section) => section.score > 0 && best.includes(section));
  return (found.length > 0 ? found : best.slice(0, 1)).map(({ anchor, heading, line, isCode }) => {
    const text = cut(line, hitsIn(line, matches)[0]?.start ?? 0);
    return {
      ...{ anchor, isCode },
      heading: marked(heading, hitsIn(heading, matches)),
      text: marked(text, hitsIn(text, matches)),
    };
  });
}

/** Returns a part of a long line, from a few words before a hit. */
function cut(line: string, hit: number): string {
  if (line.length <= LENGTH) return line;
  const start = hit <= BEFORE ? 0 : nextWord(line, hit - BEFORE);
  const end = line.length - start <= LENGTH ? line.length : nextWord(line, start + LENGTH);
  const text = line.slice(start, end).trim();
  return `${start > 0 ? '…' : ''}${text}${end < line.length ? '…' : ''}`;
}

/** Returns where a word begins at an index or soon after it; at the index in scripts without spaces. */
function nextWord(line: string, index: number): number {
  const space = line.slice(index, index + 20).search(/\s/);
  return space < 0 ? index : index + space + 1;
}
