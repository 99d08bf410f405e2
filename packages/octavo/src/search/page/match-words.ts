import { foldTerm } from '../../words/search-words.ts';
import type { Term } from '../index-files.ts';
import { editDistance } from './edit-distance.ts';
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
  /** How sure it is that the terms are the word, up to 1. */
  quality: number;
  /** The terms that were found, for the marks of hits. */
  terms: ReadonlySet<string>;
  /** The word as the blog writes it, where the query misspells it. */
  correction?: string;
}

/** A term that a word stands for. */
interface Form {
  term: Term;
  /** The share of its weight that counts. */
  share: number;
  /** How sure it is that the term is the word, up to 1. */
  quality: number;
}

const SHARE = { same: 1, stem: 0.9, prefix: 0.5, variant: 0.8, parts: 0.6 };
/** By the number of letters that are wrong. */
const TYPO_SHARES = [1, 0.8, 0.6];
const SHORTEST_PREFIX = 3;
const SHORTEST_STEM = 3;
/** What the forms of a word beside the best add, for each entry. */
const OTHER_FORMS = 0.3;
const UNSPACED = /^[\p{sc=Han}\p{sc=Kana}\p{sc=Hira}\p{sc=Hang}]/u;
const MOST_CORRECTIONS = 3;

/** Finds the entries with a word: itself, else its other spellings, else the nearest words. */
export async function matchWord(word: QueryWord, reader: IndexReader): Promise<WordMatch> {
  if (word.term === '') return matchParts(word, reader);
  const found = matchOf(word, await formsOf(word.term, reader), reader);
  if (word.parts.length > 1) return eitherOf(found, await matchName(word, reader));
  if (found.weights.size > 0) return found;
  const variants = await Promise.all(variantsOf(word).map((term) => formsOf(term, reader)));
  const other = matchOf(word, variants.flat(), reader, SHARE.variant);
  return other.weights.size > 0 ? other : matchCorrections(word, reader);
}

/** Returns a term, those with its stem, and those that begin with it. */
async function formsOf(term: string, reader: IndexReader): Promise<Form[]> {
  const same = await reader.term(term);
  const stems = same ? [same.stem] : stemsOf(term, reader.index.endings);
  const shortest = stems.toSorted((a, b) => a.length - b.length)[0]!;
  const near = await reader.termsNear(term.startsWith(shortest) ? shortest : shortest.slice(0, -1));
  const isPrefix = term.length >= SHORTEST_PREFIX || UNSPACED.test(term);
  return near.flatMap((one): Form[] => {
    if (one.term === term) return [{ term: one, share: SHARE.same, quality: 1 }];
    if (stems.includes(one.stem))
      return [{ term: one, share: SHARE.stem, quality: same ? 1 : one.stem.length / term.length }];
    if (!isPrefix || !one.term.startsWith(term)) return [];
    return [{ term: one, share: (SHARE.prefix * term.length) / one.term.length, quality: 1 }];
  });
}

/** Returns the stems that a word may have, by the endings of the blog's own words. */
function stemsOf(term: string, endings: readonly string[]): string[] {
  const stems = endings.flatMap((ending) => {
    const [end, other = ''] = ending.split(' ') as [string, string?];
    const start = term.slice(0, -end.length);
    return term.endsWith(end) && start.length >= SHORTEST_STEM ? [start + other] : [];
  });
  return [term, ...stems];
}

function matchOf(
  word: QueryWord,
  forms: readonly Form[],
  { index }: IndexReader,
  quality = 1,
): WordMatch {
  const weights = new Map<number, number>();
  const whole = new Set<number>();
  for (const form of forms)
    for (const [entry, weight] of form.term.weights) {
      const known = weights.get(entry) ?? 0;
      const own = weight * form.share * quality;
      weights.set(entry, Math.max(known, own) + OTHER_FORMS * Math.min(known, own));
      if (form.share > SHARE.prefix) whole.add(entry);
    }
  const rarity = rarityOf(whole.size || weights.size, index.entries.length);
  const best = Math.max(...forms.map((form) => form.quality));
  return {
    word,
    weights,
    rarity,
    quality: best * quality,
    terms: new Set(forms.map(({ term }) => term.term)),
  };
}

/** BM25's inverse document frequency. */
export function rarityOf(count: number, all: number): number {
  return Math.log(1 + (all - count + 0.5) / (count + 0.5));
}

/** Finds the entries in which the words of a name follow each other. */
async function matchName(word: QueryWord, reader: IndexReader): Promise<WordMatch> {
  const common = reader.index.common.split(' ');
  const parts = word.parts.filter((part) => !common.includes(part));
  const found = await matchParts({ ...word, parts, needed: parts.length }, reader);
  const best = [...found.weights].sort(([, a], [, b]) => b - a).map(([entry]) => entry);
  const entries = await withPhrases(best, [comparable(word.written)], reader);
  return { ...found, weights: new Map(entries.map((entry) => [entry, found.weights.get(entry)!])) };
}

/** Finds the entries with all words of a name, or with most pairs of a run. */
async function matchParts(word: QueryWord, reader: IndexReader): Promise<WordMatch> {
  const found = await Promise.all(word.parts.map((part) => reader.term(part)));
  const terms = found.filter((term) => term !== undefined);
  const counts = new Map<number, { count: number; weight: number }>();
  for (const { weights } of terms)
    for (const [entry, weight] of weights) {
      const known = counts.get(entry) ?? { count: 0, weight: 0 };
      counts.set(entry, { count: known.count + 1, weight: known.weight + weight });
    }
  const most = [...counts].filter(([, { count }]) => count >= word.needed);
  const weights = new Map(most.map(([entry, { weight }]) => [entry, weight / word.parts.length]));
  return {
    ...{ word, weights, rarity: rarityOf(weights.size, reader.index.entries.length), quality: 1 },
    terms: new Set(terms.map(({ term }) => term)),
  };
}

/** Returns the matches of a name, as it is typed or by its words. */
function eitherOf(whole: WordMatch, parts: WordMatch): WordMatch {
  const weights = new Map(whole.weights);
  for (const [entry, weight] of parts.weights)
    weights.set(entry, Math.max(weights.get(entry) ?? 0, weight * SHARE.parts));
  const terms = new Set([...whole.terms, ...(parts.weights.size > 0 ? parts.terms : [])]);
  const rarity = whole.weights.size > 0 ? whole.rarity : parts.rarity;
  return { ...whole, weights, rarity, terms };
}

/** Returns a word with the German umlauts as they are typed on other keyboards, and the other way. */
function variantsOf({ term, written }: QueryWord): string[] {
  const without = term.replace(/([aou])e/g, '$1');
  const withE = foldTerm(written.toLowerCase().replace(/[äöü]/g, '$&e'));
  return [...new Set([without, withE])].filter((variant) => variant !== term);
}

async function matchCorrections(word: QueryWord, reader: IndexReader): Promise<WordMatch> {
  const { term } = word;
  const most = term.length < 4 ? 0 : term.length < 8 ? 1 : 2;
  const words = most === 0 ? [] : await reader.words();
  const near = words
    .map((written) => ({ written, distance: editDistance(term, foldTerm(written), most) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST_CORRECTIONS);
  function rank({ written, distance }: { written: string; distance: number }): number {
    return distance + (written[0] === term[0] ? 0 : 0.5);
  }
  const forms = await Promise.all(
    near.map(async ({ written, distance }) => {
      const found = await formsOf(foldTerm(written), reader);
      const whole = found.filter(({ share }) => share > SHARE.prefix);
      const share = TYPO_SHARES[distance]!;
      return whole.map((form) => ({ ...form, share: form.share * share, quality: share }));
    }),
  );
  const found = matchOf(word, forms.flat(), reader);
  return near[0] ? { ...found, correction: near[0].written } : found;
}

/** Returns the words of the blog that are nearest to those of a query that found nothing. */
export async function nearestWords(
  words: readonly QueryWord[],
  reader: IndexReader,
): Promise<string[]> {
  const known = await reader.words();
  return words
    .flatMap(({ term }) => {
      const most = Math.ceil(term.length / 2);
      return known
        .map((written) => ({ written, distance: editDistance(term, foldTerm(written), most) }))
        .filter(({ distance }) => distance <= most)
        .sort((a, b) => a.distance - b.distance)
        .slice(0, 3);
    })
    .map(({ written }) => written);
}
