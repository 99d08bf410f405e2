import { UNSPACED } from '../../words/words.ts';

/** Identifies a text after its URL, its title or some of its words have changed. */
export interface Fingerprint {
  /** Four hashes of the text, each of three letters or digits; empty for an empty text. */
  text: string;
  /** A hash of the title, of six letters or digits; empty for an empty title. */
  title: string;
}

/**
 * Returns the fingerprint of a text (Markdown) and its title. The hashes of the text are the minima
 * of its hashed shingles of three words, under four permutations (MinHash: Broder, "On the
 * resemblance and containment of documents"): the share of equal hashes estimates the similarity
 * of two texts. Three of four are equal after a change of some words or a paragraph.
 */
export function fingerprint(text: string, title: string): Fingerprint {
  const words = wordsOf(text).map(hash);
  const name = wordsOf(title).join(' ');
  return {
    text: words.length === 0 ? '' : SEEDS.map((seed) => encode(minHash(words, seed), 3)).join(''),
    title: name === '' ? '' : encode(hash(name), 6),
  };
}

/** Returns how many of the four hashes two texts share. */
export function sharedHashes(one: string, other: string): number {
  const isShared = (at: number) => at < one.length && other.startsWith(one.slice(at, at + 3), at);
  return [0, 3, 6, 9].filter(isShared).length;
}

const WORD = /[\p{L}\p{N}]+/gu;

/** Each counts as a word: segmentation by dictionary differs between versions of Node. */
const UNSPACED_CHARACTER = new RegExp(UNSPACED, 'gu');

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFC').toLowerCase();
  return plain.replace(UNSPACED_CHARACTER, ' $& ').match(WORD) ?? [];
}

/** Odd numbers that give four permutations of the shingles. */
const SEEDS = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f];

function minHash(words: readonly number[], seed: number): number {
  let smallest = 0xffffffff;
  const last = Math.max(0, words.length - 3);
  for (let index = 0; index <= last; index++) {
    const shingle = Math.imul(words[index]!, 31) + (words[index + 1] ?? 0);
    const mixed = mix(Math.imul(shingle, 31) + (words[index + 2] ?? 0) + seed);
    if (mixed < smallest) smallest = mixed;
  }
  // The minima of long texts are all small numbers; mixing spreads them again.
  return mix(smallest);
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/** The finalizer of MurmurHash3. */
function mix(number: number): number {
  let value = number | 0;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

function encode(number: number, length: number): string {
  return number.toString(36).padStart(length, '0').slice(-length);
}
