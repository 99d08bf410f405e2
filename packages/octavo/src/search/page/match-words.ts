import { foldTerm } from '../../words/search-words.ts';
import { editDistance } from '../../diagnostics/edit-distance.ts';
import type { IndexReader } from './index-reader.ts';
import type { QueryWord } from './query-words.ts';

/** The chunks with a word of a query, in one of its forms. */
export interface WordMatch {
  word: QueryWord;
  /** How much each chunk is about it, by its number. */
  weights: ReadonlyMap<number, number>;
  /** How rare the word is: the fewer chunks, the more. */
  rarity: number;
  /** The certainty that the terms are the word, up to 1. */
  quality: number;
  /** The terms that were found, for the marks of hits. */
  terms: ReadonlySet<string>;
  /** The word as the blog writes it, where the query misspells it. */
  correction?: string | undefined;
}

/** A term that matches a word, or the words of a name. */
interface Form {
  terms: readonly string[];
  weights: ReadonlyMap<number, number>;
  /** The share of its weight that counts. */
  share: number;
  /** The certainty that it is the word, up to 1. */
  quality: number;
}

const SHARE = { same: 1, stem: 0.9, prefix: 0.5, parts: 0.3 };
/** The factor for a word with no, one or two wrong letters. */
const TYPO = [1, 0.8, 0.6];
/** The share of the weight of further forms that is added to that of the best one. */
const OTHER_FORMS = 0.3;
/** Minimum letters of a prefix and of a stem. */
const SHORTEST = 3;
/** A run of more pairs is probably several words: a chunk needs this share of the pairs. */
const [MOST_PAIRS, PAIRS] = [2, 0.6];
/** Of a run of more pairs, every second one is looked up, up to so many. */
const [LONG_RUN, MOST_LOOKED_UP] = [4, 6];
/** A word that no chunk has counts like one of so many chunks; with fewer letters than this, less. */
const [UNKNOWN, LONG] = [2, 5];
const HAN = /^\p{sc=Han}/u;
const MOST_CORRECTIONS = 3;
/** A term in so few chunks is no correction, unless it is in `words.json`. */
const RARE = 2;

/** Finds the chunks with a word: itself, else its other spellings, else the nearest words. */
export async function matchWord(word: QueryWord, reader: IndexReader): Promise<WordMatch> {
  const { term, parts } = word;
  const forms = term === '' ? [] : await formsOf(term, reader);
  if (term === '' || parts.length > 1) forms.push(...(await partsForm(word, reader)));
  if (forms.length > 0) return matchOf(word, forms, reader);
  const others = await Promise.all(spellingsOf(word).map((one) => formsOf(one, reader)));
  if (others.flat().length > 0) return matchOf(word, others.flat(), reader);
  const near = await nearWords(word, term.length < 4 ? 0 : term.length < 8 ? 1 : 2, reader);
  const corrected = near.map(async ({ written, distance }) =>
    (await formsOf(foldTerm(written), reader))
      .filter(({ share }) => share > SHARE.prefix)
      .map((form) => ({ ...form, share: form.share * TYPO[distance]!, quality: TYPO[distance]! })),
  );
  const found = matchOf(word, (await Promise.all(corrected)).flat(), reader);
  return { ...found, correction: near[0]?.written };
}

/** Returns a term, those with its stem, and those that begin with it. */
async function formsOf(term: string, reader: IndexReader): Promise<Form[]> {
  const isPrefix = term.length >= SHORTEST || HAN.test(term);
  const own = await reader.termsNear(term);
  const same = own.find((one) => one.term === term);
  const stems = same ? [same.stem] : stemsOf(term, reader.endings);
  const shortest = stems.reduce((a, b) => (a.length < b.length ? a : b));
  const beginning = term.startsWith(shortest) ? shortest : shortest.slice(0, -1);
  const near = isPrefix ? await reader.termsNear(term, beginning) : own;
  return near.flatMap((one): Form[] => {
    const form = { terms: [one.term], weights: one.weights, quality: 1 };
    if (one.term === term) return [{ ...form, share: SHARE.same }];
    const quality = same ? 1 : one.stem.length / term.length;
    if (stems.includes(one.stem)) return [{ ...form, share: SHARE.stem, quality }];
    if (!isPrefix || !one.term.startsWith(term)) return [];
    return [{ ...form, share: (SHARE.prefix * term.length) / one.term.length }];
  });
}

/** Returns the stems that a word may have, by the endings of the blog's own words. */
function stemsOf(term: string, endings: IndexReader['endings']): string[] {
  const stems = endings
    .filter(([ending]) => term.endsWith(ending) && term.length - ending.length >= SHORTEST)
    .map(([ending, ofStem]) => term.slice(0, term.length - ending.length) + ofStem);
  return [term, ...stems];
}

/** Returns the chunks with all words of a name, or with most pairs of a run. */
async function partsForm({ term, parts }: QueryWord, reader: IndexReader): Promise<Form[]> {
  const isRun = term === '';
  const wanted = parts
    .filter((part, at) =>
      isRun ? parts.length <= LONG_RUN || at % 2 === 0 : !reader.common.includes(part),
    )
    .slice(0, MOST_LOOKED_UP);
  const needed = isRun && parts.length > MOST_PAIRS ? PAIRS * wanted.length : wanted.length;
  const found = (await Promise.all(wanted.map((part) => reader.termsNear(part)))).flatMap(
    (near, index) => near.find((one) => one.term === wanted[index]) ?? [],
  );
  const chunks = Map.groupBy(
    found.flatMap(({ weights }) => [...weights]),
    ([chunk]) => chunk,
  );
  const weights = [...chunks]
    .filter(([, found]) => found.length >= needed)
    .map(([chunk, found]): [number, number] => [
      chunk,
      found.reduce((sum, [, weight]) => sum + weight, 0) / wanted.length,
    ]);
  if (weights.length === 0) return [];
  return [
    {
      terms: parts,
      weights: new Map(weights),
      share: isRun ? SHARE.same : SHARE.parts,
      quality: 1,
    },
  ];
}

function matchOf(word: QueryWord, forms: readonly Form[], { chunks }: IndexReader): WordMatch {
  const weights = new Map<number, number>();
  const whole = new Set<number>();
  for (const form of forms)
    for (const [chunk, weight] of form.weights) {
      const [known, own] = [weights.get(chunk) ?? 0, weight * form.share];
      weights.set(chunk, Math.max(known, own) + OTHER_FORMS * Math.min(known, own));
      if (form.share > SHARE.prefix) whole.add(chunk);
    }
  const count = whole.size || weights.size || UNKNOWN;
  const known = weights.size > 0 ? 1 : Math.min(1, word.written.length / LONG);
  return {
    ...{ word, weights, rarity: known * rarityOf(count, chunks.length) },
    quality: Math.max(0, ...forms.map(({ quality }) => quality)),
    terms: new Set(forms.flatMap(({ terms }) => terms)),
  };
}

/** Returns how rare a word of so many chunks is: BM25's inverse document frequency. */
function rarityOf(count: number, all: number): number {
  return Math.log(1 + (all - count + 0.5) / (count + 0.5));
}

/** Returns other spellings of a word with umlauts: `groesse` for `größe`, `grosse` for `groesse`. */
function spellingsOf({ term, written }: QueryWord): string[] {
  const withE = foldTerm(written.toLowerCase().replace(/[äöü]/g, '$&e'));
  return [term.replace(/([aou])e/g, '$1'), withE].filter((spelling) => spelling !== term);
}

/** Returns the words of the blog that are most similar to a word, first those with the same first letter. */
export async function nearWords({ term }: QueryWord, most: number, reader: IndexReader) {
  if (most === 0) return [];
  const rank = (written: string, distance: number) => distance + Number(written[0] !== term[0]) / 2;
  const beside = (await reader.termsNear(term)).filter(({ weights }) => weights.size > RARE);
  const words = new Map([
    ...beside.map((one) => [one.term, one.term] as const),
    ...(await reader.words()).map((written) => [foldTerm(written), written] as const),
  ]);
  return [...words]
    .map(([folded, written]) => ({ written, distance: editDistance(term, folded, most) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => rank(a.written, a.distance) - rank(b.written, b.distance))
    .slice(0, MOST_CORRECTIONS);
}
