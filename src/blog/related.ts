import { termsOf, type Terms } from './terms.ts';
import type { TagName } from './tags.ts';

/** What tells what a post is about. */
export interface Subject {
  title: string;
  tags: readonly Pick<TagName, 'slug'>[];
  terms: Terms;
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

type Vector = [term: string, weight: number][];

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
    return nearest(index, own)
      .filter((place) => !hidden.has(place))
      .slice(0, MOST)
      .map((place) => posts[place]!);
  };
}

interface Index {
  vectors: Vector[];
  /** By term: the places of the posts that have it, and how heavy it is there. */
  postings: Map<string, [place: number, weight: number][]>;
  /** How near each post is; all zero between two questions. */
  scores: Float64Array;
}

function indexOf(posts: readonly Subject[]): Index {
  const frequencies = posts.map(frequenciesOf);
  const having = new Map<string, number>();
  for (const terms of frequencies)
    for (const term of terms.keys()) having.set(term, (having.get(term) ?? 0) + 1);
  const most = Math.max(FEW, posts.length * COMMON);
  const rarity = (term: string) => {
    const count = having.get(term)!;
    return count < 2 || count > most ? 0 : Math.log(1 + posts.length / count);
  };
  const vectors = frequencies.map((terms) => vectorOf(terms, rarity));
  const postings: Index['postings'] = new Map();
  for (const [place, vector] of vectors.entries()) {
    for (const [term, weight] of vector) {
      const known = postings.get(term);
      if (known) known.push([place, weight]);
      else postings.set(term, [[place, weight]]);
    }
  }
  for (const [term, places] of postings) {
    if (places.length <= CHAMPIONS) continue;
    places.sort(([a, weight], [b, other]) => other - weight || a - b);
    postings.set(term, places.slice(0, CHAMPIONS));
  }
  return { vectors, postings, scores: new Float64Array(posts.length) };
}

/** Returns the weights of terms before their rarity: a word said ten times says not ten times as much. */
function frequenciesOf({ title, tags, terms }: Subject): Map<string, number> {
  const weights = new Map<string, number>();
  const add = (term: string, weight: number) =>
    weights.set(term, (weights.get(term) ?? 0) + weight);
  for (const [term, count] of terms) add(term, 1 + Math.log(count));
  for (const [term] of termsOf(title)) add(term, OF_TITLE);
  for (const { slug } of tags) add(`#${slug}`, OF_TAG);
  return weights;
}

/** Returns the heaviest terms, of a length of one together. */
function vectorOf(weights: Map<string, number>, rarity: (term: string) => number): Vector {
  const heaviest = [...weights]
    .map(([term, weight]): [string, number] => [term, weight * rarity(term)])
    .filter(([, weight]) => weight > 0)
    .sort(([term, a], [other, b]) => b - a || (term < other ? -1 : 1))
    .slice(0, COMPARED);
  const length = Math.hypot(...heaviest.map(([, weight]) => weight));
  return heaviest.map(([term, weight]) => [term, weight / length]);
}

/** Returns the places of the posts nearest to one, of equally near ones the newer first. */
function nearest({ vectors, postings, scores }: Index, own: number): number[] {
  const met: number[] = [];
  for (const [term, weight] of vectors[own]!) {
    for (const [place, other] of postings.get(term)!) {
      if (scores[place] === 0) met.push(place);
      scores[place]! += weight * other;
    }
  }
  const near = met.filter((place) => scores[place]! >= LEAST);
  near.sort((a, b) => scores[b]! - scores[a]! || a - b);
  for (const place of met) scores[place] = 0;
  return near;
}
