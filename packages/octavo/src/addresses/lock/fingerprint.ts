import { UNSPACED } from '../../words/words.ts';

/** What a text is recognised by when its address, its title or some of its words have changed. */
export interface Fingerprint {
  /** Four signs of the text, each of three letters or digits; empty for no text. */
  text: string;
  /** Six letters or digits; empty for no title. */
  title: string;
}

/**
 * Returns the fingerprint of a text (Markdown) and its title. The signs of the text are the least of
 * its hashed runs of three words, by four orders (MinHash: Broder, "On the resemblance and
 * containment of documents"), so that of two texts as many signs are the same as they have in
 * common: three of four, where some words or a paragraph were changed.
 */
export function fingerprint(text: string, title: string): Fingerprint {
  const words = wordsOf(text).map(hash);
  const name = wordsOf(title).join(' ');
  return {
    text: words.length === 0 ? '' : ORDERS.map((order) => sign(least(words, order), 3)).join(''),
    title: name === '' ? '' : sign(hash(name), 6),
  };
}

/** Returns how many of the four signs two texts share. */
export function sharedSigns(one: string, other: string): number {
  return signsOf(one).filter((part, index) => part === signsOf(other)[index]).length;
}

/** Returns the signs of a text, in their order; none where it is empty. */
export function signsOf(text: string): string[] {
  return text.match(/.{3}/g) ?? [];
}

const WORD = /[\p{L}\p{N}]+/gu;

/** Each stands for a word: a dictionary of words would differ between versions of Node. */
const UNSPACED_CHARACTER = new RegExp(UNSPACED, 'gu');

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFC').toLowerCase();
  return plain.replace(UNSPACED_CHARACTER, ' $& ').match(WORD) ?? [];
}

/** Odd numbers, by which the same runs come in four orders. */
const ORDERS = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f];

function least(words: readonly number[], order: number): number {
  let smallest = 0xffffffff;
  const last = Math.max(0, words.length - 3);
  for (let index = 0; index <= last; index++) {
    const run = Math.imul(words[index]!, 31) + (words[index + 1] ?? 0);
    const mixed = mix(Math.imul(run, 31) + (words[index + 2] ?? 0) + order);
    if (mixed < smallest) smallest = mixed;
  }
  // The smallest numbers of long texts are all small: what tells them apart is mixed once more.
  return mix(smallest);
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/** The last steps of MurmurHash3, which spread 32 bits. */
function mix(number: number): number {
  let value = number | 0;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

function sign(number: number, length: number): string {
  return number.toString(36).padStart(length, '0').slice(-length);
}
