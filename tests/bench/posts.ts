import { post } from '../posts.ts';

/** How large a generated post is. */
interface Size {
  words: number;
  codeBlocks: number;
}

/**
 * Returns the files of so many posts, `posts/<slug>.md` to Markdown: the same each time. Their
 * words are as often as in a language (the n-th a share of 1/n), so that an index of them is
 * about as large as one of prose; each has two tags of thirty, and a day of some ten years.
 */
export function generatedPosts(
  count: number,
  { words, codeBlocks }: Size = { words: 900, codeBlocks: 4 },
): Record<string, string> {
  const files = Array.from({ length: count }, (_, index) => {
    const random = randomFrom(index + 1);
    const day = new Date(Date.UTC(2015, 0, 1) + Math.floor((index * 3650) / count) * 86_400_000);
    const frontMatter = {
      title: `${capitalized(sentence(random, 4))} ${index + 1}`,
      date: day.toISOString().slice(0, 10),
      tags: [tag(random), tag(random)],
    };
    return [`posts/post-${index + 1}.md`, post(frontMatter, text(random, words, codeBlocks))];
  });
  return Object.fromEntries(files) as Record<string, string>;
}

const SECTIONS = 4;
const PARAGRAPH = 75;

function text(random: () => number, words: number, codeBlocks: number): string {
  const paragraphs = Array.from({ length: Math.round(words / PARAGRAPH) }, () =>
    paragraph(random, PARAGRAPH),
  );
  const parts = Array.from({ length: SECTIONS }, (_, section) => {
    const share = (all: number) => [
      Math.round((section * all) / SECTIONS),
      Math.round(((section + 1) * all) / SECTIONS),
    ];
    const [from, to] = share(codeBlocks) as [number, number];
    return [
      ...(section === 0 ? [] : [`## ${capitalized(sentence(random, 3))}`]),
      ...paragraphs.slice(...share(paragraphs.length)),
      ...Array.from({ length: to - from }, () => code(random)),
    ].join('\n\n');
  });
  return parts.join('\n\n');
}

function paragraph(random: () => number, words: number): string {
  const sentences = Array.from({ length: words / 15 }, () => capitalized(sentence(random, 15)));
  return `${sentences.join('. ')}.`;
}

function sentence(random: () => number, words: number): string {
  return Array.from({ length: words }, () => word(random)).join(' ');
}

function code(random: () => number): string {
  const [name, value, result] = [word(random), word(random), word(random)] as const;
  return `\`\`\`ts
/** Returns the ${result} of a ${value}. */
export function ${name}Of${capitalized(value)}(${value}: string): Map<string, number> {
  const ${result}s = new Map<string, number>();
  for (const item of ${value}.split(',')) {
    if (item === '') continue; // ${sentence(random, 5)}
    ${result}s.set(item, (${result}s.get(item) ?? 0) + 1);
  }
  return ${result}s;
}
\`\`\``;
}

function tag(random: () => number): string {
  return capitalized(wordAt(200 + Math.floor(random() ** 2 * 30)));
}

const VOCABULARY = 12_000;

/** Returns a word by Zipf's law: the lower its rank, the more often. */
function word(random: () => number): string {
  return wordAt(Math.floor(VOCABULARY ** random()) - 1);
}

const CONSONANTS = 'bcdfghjklmnpqrstvwxyz';
const VOWELS = 'aeiou';

/**
 * Returns the word of a rank, from 0: short ones for the first, as in a language, and such that
 * the first letters say nothing about the rank.
 */
function wordAt(rank: number): string {
  const syllables = rank < 100 ? 1 : rank < 2000 ? 2 : 3;
  const choices = CONSONANTS.length * VOWELS.length;
  let rest = (rank * 7919 + 31) % choices ** syllables;
  let letters = '';
  for (let syllable = 0; syllable < syllables; syllable++) {
    const place = rest % choices;
    letters += CONSONANTS[place % CONSONANTS.length]! + VOWELS[place % VOWELS.length]!;
    rest = Math.floor(rest / choices);
  }
  return rank % 3 === 0 ? `${letters}n` : letters;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Returns numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
