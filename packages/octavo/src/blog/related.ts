import { termsOf, unpackTerms } from '../words/terms.ts';
import type { TagName } from '../content/tag-names.ts';

/** What tells what a post is about. */
export interface Subject {
  title: string;
  tags: readonly Pick<TagName, 'slug'>[];
  /** The terms of its body, as `packTerms` writes them. */
  text: { terms: string };
}

/** Returns at most three others that are about the same, the nearest first, none of the left out. */
export type Related<Post> = (post: Post, leftOut: readonly Post[]) => Post[];

const MOST = 3;
/** Weights beside a word of the text. */
const OF_TITLE = 3;
const OF_TAG = 3;
/** What more than so many posts have, of all, says nothing of one of them. */
const COMMON = 0.1;
/** In a small blog everything is a large part. */
const FEW = 8;
/** The heaviest terms of a post, which are compared. */
const COMPARED = 40;
/**
 * Of the posts that have a term, the ones it is heaviest in are met (champion lists, as in the same
 * book, chapter 7), so that a question takes as long in a large blog as in a small one.
 */
const CHAMPIONS = 100;
/** The least that two posts have in common, of 1. */
const LEAST = 0.06;

/**
 * Returns what finds the posts that are about the same as one of them: the cosine of the terms of
 * title, tags and text, each the heavier the fewer posts have it (tf-idf, as in Manning, Raghavan,
 * Schütze, Introduction to Information Retrieval, chapter 6). The index is made at the first question.
 */
export function relatedAmong<Post extends Subject>(posts: readonly Post[]): Related<Post> {
  let index: Index | undefined;
  const places = new Map(posts.map((post, place) => [post, place]));
  return (post, leftOut) => {
    index ??= indexOf(posts);
    const own = places.get(post);
    if (own === undefined) return [];
    const hidden = new Set([own, ...leftOut.map((other) => places.get(other))]);
    return nearest(index, own, hidden).map((place) => posts[place]!);
  };
}

/** Terms, as numbers, each with how heavy it is. */
interface Vector {
  terms: number[];
  weights: number[];
}

/** Posts that have a term, by their places, each with how heavy it is there. */
interface Posting {
  places: number[];
  weights: number[];
}

interface Index {
  vectors: Vector[];
  /** By term. */
  postings: Posting[];
  /** How near each post is; all zero between two questions. */
  scores: Float64Array;
  /** The posts that are met at a question. */
  met: Int32Array;
}

function indexOf(posts: readonly Subject[]): Index {
  const names = new Names();
  const indices: number[] = [];
  const frequencies = posts.map((post) => frequenciesOf(post, names, indices));
  const having = new Int32Array(names.texts.length);
  for (const { terms } of frequencies) for (const term of terms) having[term]!++;
  const most = Math.max(FEW, posts.length * COMMON);
  const rarities = Float64Array.from(having, (count) =>
    count < 2 || count > most ? 0 : Math.log(1 + posts.length / count),
  );
  const vectors = frequencies.map((vector) => heaviestOf(vector, rarities, names.texts));
  const postings = postingsOf(vectors, names.texts.length);
  return {
    vectors,
    postings,
    scores: new Float64Array(posts.length),
    met: new Int32Array(COMPARED * CHAMPIONS),
  };
}

/** Terms by number: numbers are faster to look up than texts. */
class Names {
  readonly texts: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.texts.push(text) - 1;
    this.#numbers.set(text, number);
    return number;
  }
}

/**
 * Returns the weights of terms before their rarity: a word said ten times says not ten times as
 * much. `indices` is shared by all posts: by term, where a post may have it.
 */
function frequenciesOf(
  { title, tags, text: { terms } }: Subject,
  names: Names,
  indices: number[],
): Vector {
  const vector: Vector = { terms: [], weights: [] };
  const add = (text: string, weight: number) => {
    const term = names.numberOf(text);
    const index = indices[term];
    if (index !== undefined && vector.terms[index] === term) {
      vector.weights[index]! += weight;
      return;
    }
    indices[term] = vector.terms.push(term) - 1;
    vector.weights.push(weight);
  };
  for (const [term, count] of unpackTerms(terms)) add(term, 1 + Math.log(count));
  for (const [term] of termsOf(title)) add(term, OF_TITLE);
  for (const { slug } of tags) add(`#${slug}`, OF_TAG);
  return vector;
}

/** Returns the heaviest terms, the heaviest first, of a length of one together. */
function heaviestOf(
  { terms, weights }: Vector,
  rarities: Float64Array,
  texts: readonly string[],
): Vector {
  const heavy = terms.map((term, index) => weights[index]! * rarities[term]!);
  // Only the heaviest are put in order.
  const least = new Float64Array(heavy).sort().at(-COMPARED) ?? 0;
  const indices: number[] = [];
  for (let index = 0; index < heavy.length; index++)
    if (heavy[index]! > 0 && heavy[index]! >= least) indices.push(index);
  indices.sort((a, b) => heavy[b]! - heavy[a]! || (texts[terms[a]!]! < texts[terms[b]!]! ? -1 : 1));
  const heaviest = indices.slice(0, COMPARED);
  const length = Math.hypot(...heaviest.map((index) => heavy[index]!));
  return {
    terms: heaviest.map((index) => terms[index]!),
    weights: heaviest.map((index) => heavy[index]! / length),
  };
}

/** Returns where each term is, or is heaviest. */
function postingsOf(vectors: readonly Vector[], count: number): Posting[] {
  const postings: Posting[] = Array.from({ length: count }, () => ({ places: [], weights: [] }));
  for (const [place, { terms, weights }] of vectors.entries()) {
    for (const [index, term] of terms.entries()) {
      const posting = postings[term]!;
      posting.places.push(place);
      posting.weights.push(weights[index]!);
    }
  }
  return postings.map(championsOf);
}

function championsOf(posting: Posting): Posting {
  const { places, weights } = posting;
  if (places.length <= CHAMPIONS) return posting;
  const champions = [...places.keys()]
    .sort((a, b) => weights[b]! - weights[a]! || a - b)
    .slice(0, CHAMPIONS);
  return {
    places: champions.map((index) => places[index]!),
    weights: champions.map((index) => weights[index]!),
  };
}

/** Returns the places of the few posts nearest to one, of equally near ones the newer first. */
function nearest(
  { vectors, postings, scores, met }: Index,
  own: number,
  hidden: ReadonlySet<number | undefined>,
): number[] {
  const { terms, weights } = vectors[own]!;
  let count = 0;
  for (let index = 0; index < terms.length; index++) {
    const weight = weights[index]!;
    const { places, weights: others } = postings[terms[index]!]!;
    for (let champion = 0; champion < places.length; champion++) {
      const place = places[champion]!;
      if (scores[place] === 0) met[count++] = place;
      scores[place]! += weight * others[champion]!;
    }
  }
  const near: number[] = [];
  for (let index = 0; index < count; index++) {
    const place = met[index]!;
    if (scores[place]! >= LEAST && !hidden.has(place)) near.push(place);
  }
  const found = near.sort((a, b) => scores[b]! - scores[a]! || a - b).slice(0, MOST);
  for (let index = 0; index < count; index++) scores[met[index]!] = 0;
  return found;
}
