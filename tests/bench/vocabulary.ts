import type { Random } from './random.ts';

const VOCABULARY = 12_000;

/** Returns a word by Zipf's law, as in a language: the n-th a share of 1/n. */
export function word(random: Random): string {
  return wordAt(Math.floor(VOCABULARY ** random()) - 1);
}

/** Returns so many words, without an end. */
export function sentence(random: Random, words: number): string {
  return Array.from({ length: words }, () => word(random)).join(' ');
}

/** Returns sentences of fifteen words each. */
export function paragraph(random: Random, words: number): string {
  const sentences = Array.from({ length: words / 15 }, () => capitalized(sentence(random, 15)));
  return `${sentences.join('. ')}.`;
}

/** Returns one of thirty tags, of which some are more frequent. */
export function tag(random: Random): string {
  return capitalized(wordAt(200 + Math.floor(random() ** 2 * 30)));
}

/** Returns the text with a capital at its start. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
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
