import { foldTerm } from '../../words/search-words.ts';
import type { IndexFile, Term } from '../index-files.ts';
import { editDistance } from '../../diagnostics/edit-distance.ts';
import type { IndexReader } from './index-reader.ts';
import { comparable, withPhrases } from './phrases.ts';
import type { QueryWord } from './query-words.ts';

/** The entries with a word of a query, in one of its forms. */
export interface WordMatch {
  word: QueryWord;
  /** How much each entry is about it, by its number. */
  weights: ReadonlyMap<number, number>;
  /** How rare the word is: the fewer entries, the more. */
  rarity: number;
  /** The certainty that the terms are the word, up to 1. */
  quality: number;
  /** The terms that were found, for the marks of hits. */
  terms: ReadonlySet<string>;
  /** The word as the blog writes it, where the query misspells it. */
  correction?: string;
}

/** A term that matches a word. */
interface Form {
  term: Term;
  /** The share of its weight that counts. */
  share: number;
  /** The certainty that the term is the word, up to 1. */
  quality: number;
}

const SHARE = { same: 1, stem: 0.9, prefix: 0.5, parts: 0.6 };
/** The factor for a word with no, one or two wrong letters. */
const TYPO = [1, 0.8, 0.6];
/** The share of the weight of further forms that is added to that of the best one. */
const OTHER_FORMS = 0.3;
/** Minimum letters of a prefix and of a stem. */
const SHORTEST = 3;
const HAN = /^\p{sc=Han}/u;
const MOST_CORRECTIONS = 3;

/** Finds the entries with a word: itself, else its other spellings, else the nearest words. */
export async function matchWord(word: QueryWord, reader: IndexReader): Promise<WordMatch> {
  if (word.term === '') return matchParts(word, reader);
  const forms = await formsOf(word.term, reader);
  const found = matchOf(word, forms, reader);
  if (word.parts.length > 1) {
    const other = eitherOf(found, await matchName(word, reader));
    return other.weights.size > 0 ? other : matchCorrections(word, reader);
  }
  if (forms.length > 0) return found;
  const others = await Promise.all(spellingsOf(word).map((term) => formsOf(term, reader)));
  if (others.flat().length > 0) return matchOf(word, others.flat(), reader);
  return matchCorrections(word, reader);
}

/** Returns a term, those with its stem, and those that begin with it. */
async function formsOf(term: string, reader: IndexReader): Promise<Form[]> {
  const same = await reader.term(term);
  const stems = same ? [same.stem] : stemsOf(term, reader.index.endings);
  const shortest = stems.reduce((a, b) => (a.length < b.length ? a : b));
  const near = await reader.termsNear(term.startsWith(shortest) ? shortest : shortest.slice(0, -1));
  const isPrefix = term.length >= SHORTEST || HAN.test(term);
  return near.flatMap((one): Form[] => {
    if (one.term === term) return [{ term: one, share: SHARE.same, quality: 1 }];
    const quality = same ? 1 : one.stem.length / term.length;
    if (stems.includes(one.stem)) return [{ term: one, share: SHARE.stem, quality }];
    if (!isPrefix || !one.term.startsWith(term)) return [];
    return [{ term: one, share: (SHARE.prefix * term.length) / one.term.length, quality: 1 }];
  });
}

/** Returns the stems that a word may have, by the endings of the blog's own words. */
function stemsOf(term: string, endings: IndexFile['endings']): string[] {
  const stems = endings
    .filter(([ending]) => term.endsWith(ending) && term.length - ending.length >= SHORTEST)
    .map(([ending, ofStem]) => term.slice(0, term.length - ending.length) + ofStem);
  return [term, ...stems];
}

function matchOf(word: QueryWord, forms: readonly Form[], { index }: IndexReader): WordMatch {
  const weights = new Map<number, number>();
  const whole = new Set<number>();
  for (const { term, share } of forms)
    for (const [entry, weight] of term.weights) {
      const [known, own] = [weights.get(entry) ?? 0, weight * share];
      weights.set(entry, Math.max(known, own) + OTHER_FORMS * Math.min(known, own));
      if (share > SHARE.prefix) whole.add(entry);
    }
  return {
    ...{ word, weights, rarity: rarityOf(whole.size || weights.size, index.entries.length) },
    quality: Math.max(0, ...forms.map(({ quality }) => quality)),
    terms: new Set(forms.map(({ term }) => term.term)),
  };
}

/** Returns how rare a word of so many entries is: BM25's inverse document frequency. */
export function rarityOf(count: number, all: number): number {
  return Math.log(1 + (all - count + 0.5) / (count + 0.5));
}

/** Finds the entries in which the words of a name follow each other. */
async function matchName(word: QueryWord, reader: IndexReader): Promise<WordMatch> {
  const parts = word.parts.filter((part) => !reader.index.common.includes(part));
  const found = await matchParts({ ...word, parts, needed: parts.length }, reader);
  const best = [...found.weights].sort(([, a], [, b]) => b - a).map(([entry]) => entry);
  const entries = await withPhrases(best, [comparable(word.written)], reader);
  return { ...found, weights: new Map(entries.map((entry) => [entry, found.weights.get(entry)!])) };
}

/** Finds the entries with all words of a name, or with most pairs of a run. */
async function matchParts(word: QueryWord, reader: IndexReader): Promise<WordMatch> {
  const { parts, needed } = word;
  const found = await Promise.all(parts.map((part) => reader.term(part)));
  const terms = found.filter((term) => term !== undefined);
  const entries = Map.groupBy(
    terms.flatMap(({ weights }) => [...weights]),
    ([entry]) => entry,
  );
  const weights = new Map<number, number>();
  for (const [entry, found] of entries)
    if (found.length >= needed)
      weights.set(entry, found.reduce((sum, [, weight]) => sum + weight, 0) / parts.length);
  const rarity = rarityOf(weights.size, reader.index.entries.length);
  return { word, weights, rarity, quality: 1, terms: new Set(terms.map(({ term }) => term)) };
}

/** Returns the matches of a name, as it is typed or by its words. */
function eitherOf(whole: WordMatch, parts: WordMatch): WordMatch {
  if (parts.weights.size === 0) return whole;
  const weights = new Map(whole.weights);
  for (const [entry, weight] of parts.weights)
    weights.set(entry, Math.max(weights.get(entry) ?? 0, weight * SHARE.parts));
  const { rarity } = whole.weights.size > 0 ? whole : parts;
  return { ...parts, weights, rarity, terms: new Set([...whole.terms, ...parts.terms]) };
}

/** Returns other spellings of a word with umlauts: `groesse` for `größe`, `grosse` for `groesse`. */
function spellingsOf({ term, written }: QueryWord): string[] {
  const withE = foldTerm(written.toLowerCase().replace(/[äöü]/g, '$&e'));
  return [term.replace(/([aou])e/g, '$1'), withE].filter((spelling) => spelling !== term);
}

/** Finds the entries of similar words: one letter may differ in four to seven, two in eight or more. */
async function matchCorrections(word: QueryWord, reader: IndexReader): Promise<WordMatch> {
  const { term } = word;
  const near = term.length < 4 ? [] : await nearWords(term, term.length < 8 ? 1 : 2, reader);
  const forms = near.map(async ({ written, distance }) => {
    const found = await formsOf(foldTerm(written), reader);
    const quality = TYPO[distance]!;
    return found
      .filter(({ share }) => share > SHARE.prefix)
      .map((form) => ({ ...form, share: form.share * quality, quality }));
  });
  const found = matchOf(word, (await Promise.all(forms)).flat(), reader);
  return near[0] ? { ...found, correction: near[0].written } : found;
}

/** Returns the words of the blog that are most similar to those of a query without results. */
export async function nearestWords(
  words: readonly QueryWord[],
  reader: IndexReader,
): Promise<string[]> {
  const near = words.map(({ term }) => nearWords(term, Math.ceil(term.length / 3), reader));
  return (await Promise.all(near)).flat().map(({ written }) => written);
}

/** Returns the nearest words of the blog, first those with the same first letter. */
async function nearWords(term: string, most: number, reader: IndexReader) {
  const rank = (written: string, distance: number) => distance + Number(written[0] !== term[0]) / 2;
  return (await reader.words())
    .map((written) => ({ written, distance: editDistance(term, foldTerm(written), most) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => rank(a.written, a.distance) - rank(b.written, b.distance))
    .slice(0, MOST_CORRECTIONS);
}
