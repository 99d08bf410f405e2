import type { SearchSection } from '../../words/search-text.ts';
import type { Passage, Passages, Section } from './search-types.ts';
import { hitsIn, marked } from './marks.ts';
import type { WordMatch } from './match-words.ts';

const MOST_SECTIONS = 3;
/** Approximate characters of a passage, and those before its first hit. */
const [LENGTH, BEFORE] = [200, 60];
/** The share of the rarity of its words that a line scores; prose reads better than code. */
const WEIGHT = { heading: 2, prose: 1, code: 0.6 };

/** A line of a text that may be shown. */
interface Line {
  line: string;
  isCode: boolean;
  score: number;
}

/** Returns the best passage above the first heading of a text, and the sections with the best ones. */
export function passagesOf(
  text: readonly SearchSection[],
  matches: readonly WordMatch[],
  url: string,
): Passages {
  const parts = text.map(([anchor, heading, prose, code]) => {
    const best = bestOf([
      ...prose.map((line) => lineOf(line, false, matches)),
      ...code.map((line) => lineOf(line, true, matches)),
    ]);
    const score = (best?.score ?? 0) + WEIGHT.heading * scoreOf(heading, matches);
    return { anchor, heading, best, score };
  });
  const found = parts.filter(({ anchor, score }) => anchor !== '' && score > 0);
  const top = found.toSorted((a, b) => b.score - a.score).slice(0, MOST_SECTIONS);
  const sections = found
    .filter((part) => top.includes(part))
    .map(({ anchor, heading, best }): Section => {
      const link = { url: `${url}#${anchor}`, heading: marked(heading, hitsIn(heading, matches)) };
      return best?.score ? { ...link, passage: passageOf(best, matches) } : link;
    });
  const others = parts.filter(({ anchor }) => anchor === '').flatMap(({ best }) => best ?? []);
  const first = bestOf(sections.length > 0 ? others.filter(({ score }) => score > 0) : others);
  return first ? { passage: passageOf(first, matches), sections } : { sections };
}

function lineOf(line: string, isCode: boolean, matches: readonly WordMatch[]): Line {
  const weight = isCode ? WEIGHT.code : WEIGHT.prose;
  return { line, isCode, score: weight * scoreOf(line, matches) };
}

/** Returns the rarity of the words of a query that a line has, each counted once. */
function scoreOf(line: string, matches: readonly WordMatch[]): number {
  const found = new Set(hitsIn(line, matches).map(({ match }) => match));
  return [...found].reduce((sum, { rarity }) => sum + rarity, 0);
}

/** Returns the first of the lines with the highest score. */
function bestOf(lines: readonly Line[]): Line | undefined {
  return lines.reduce<Line | undefined>(
    (best, line) => (best && best.score >= line.score ? best : line),
    undefined,
  );
}

function passageOf({ line, isCode }: Line, matches: readonly WordMatch[]): Passage {
  const text = cut(line, hitsIn(line, matches)[0]?.start ?? 0);
  return { text: marked(text, hitsIn(text, matches)), isCode };
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
