import type { TagName } from '../addresses/slug.ts';
import { termsOf, unpackTerms } from '../words/terms.ts';

/** The subject of a post. */
export interface Subject {
  title: string;
  tags: readonly Pick<TagName, 'slug'>[];
  /** The terms of its body, as `packTerms` writes them. */
  text: { terms: string };
}

/** Returns at most three other posts on the subject of one, the nearest first, none of `excluded`. */
export type Related<Post> = (post: Post, excluded: readonly Post[]) => Post[];

const MAX_RELATED = 3;
/** Weights, where a word of the body has 1. */
const TITLE_WEIGHT = 3;
const TAG_WEIGHT = 3;
/** A term in a larger share of the posts does not distinguish them. */
const MAX_SHARE = 0.1;
/** The minimum for `MAX_SHARE` in a small blog. */
const MIN_COMMON = 8;
/** The number of terms that are compared, the heaviest of a post. */
const MAX_TERMS = 40;
/** The number of posts that are compared for a term, so that a query costs the same in any blog. */
const MAX_POSTS_PER_TERM = 100;
/** The similarity, of 1, below which posts are not related. */
const MIN_SIMILARITY = 0.06;

/**
 * Returns a function that finds the posts on the subject of one of `posts`: by the cosine of the
 * terms of title, tags and body, weighted by rarity (tf-idf and champion lists, as in Manning,
 * Raghavan, Schütze, Introduction to Information Retrieval, chapters 6 and 7). The index is made at
 * the first query.
 */
export function relatedAmong<Post extends Subject>(posts: readonly Post[]): Related<Post> {
  let index: Index<Post> | undefined;
  return (post, excluded) => {
    index ??= indexOf(posts);
    // By the index of a post.
    const scores = new Float64Array(posts.length);
    for (const { term, weight } of index.vectors.get(post) ?? [])
      for (const other of index.postings.get(term)!) scores[other.post]! += weight * other.weight;
    const similar: { other: Post; score: number }[] = [];
    scores.forEach((score, index) => {
      if (score >= MIN_SIMILARITY) similar.push({ other: posts[index]!, score });
    });
    return similar
      .filter(({ other }) => other !== post && !excluded.includes(other))
      .sort((a, b) => b.score - a.score)
      .slice(0, MAX_RELATED)
      .map(({ other }) => other);
  };
}

interface Posting {
  /** The index of the post. */
  post: number;
  term: string;
  weight: number;
}

interface Index<Post> {
  vectors: Map<Post, Posting[]>;
  /** The posts in which a term is heaviest, by term. */
  postings: Map<string, Posting[]>;
}

function indexOf<Post extends Subject>(posts: readonly Post[]): Index<Post> {
  const vectors = vectorsOf(posts);
  const postings = Map.groupBy(vectors.flat(), ({ term }) => term);
  for (const [term, list] of postings)
    postings.set(term, list.sort(heaviestFirst).slice(0, MAX_POSTS_PER_TERM));
  return { vectors: new Map(posts.map((post, index) => [post, vectors[index]!])), postings };
}

/** Returns the heaviest terms of each post, as a vector of length one. */
function vectorsOf(posts: readonly Subject[]): Posting[][] {
  const frequencies = posts.map(frequenciesOf);
  const counts = new Map<string, number>();
  for (const terms of frequencies)
    for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  const max = Math.max(MIN_COMMON, posts.length * MAX_SHARE);
  const rarities = new Map<string, number>();
  for (const [term, count] of counts)
    if (count > 1 && count <= max) rarities.set(term, Math.log(1 + posts.length / count));
  return frequencies.map((terms, post) => {
    const weighted: Posting[] = [];
    for (const [term, frequency] of terms) {
      const rarity = rarities.get(term);
      if (rarity !== undefined) weighted.push({ post, term, weight: frequency * rarity });
    }
    const heaviest = weighted.sort(heaviestFirst).slice(0, MAX_TERMS);
    const length = Math.hypot(...heaviest.map(({ weight }) => weight));
    for (const posting of heaviest) posting.weight /= length;
    return heaviest;
  });
}

function heaviestFirst(a: Posting, b: Posting): number {
  return b.weight - a.weight || (a.term < b.term ? -1 : Number(a.term > b.term));
}

/** The frequencies of terms by text: in `dev`, most texts are those of the last change. */
const known = new WeakMap<Subject['text'], { subject: string; weights: Map<string, number> }>();

/** Returns the logarithmic frequencies of the terms. */
function frequenciesOf({ title, tags, text }: Subject): Map<string, number> {
  const subject = [title, ...tags.map(({ slug }) => slug)].join(' #');
  const last = known.get(text);
  if (last?.subject === subject) return last.weights;
  const weights = new Map<string, number>();
  const add = (term: string, weight: number) =>
    weights.set(term, (weights.get(term) ?? 0) + weight);
  for (const [term, count] of unpackTerms(text.terms)) add(term, 1 + Math.log(count));
  for (const [term] of termsOf(title)) add(term, TITLE_WEIGHT);
  for (const { slug } of tags) add(`#${slug}`, TAG_WEIGHT);
  known.set(text, { subject, weights });
  return weights;
}
