import { foldTerm } from '../../words/search-words.ts';
import type { IndexFile } from '../index-files.ts';

export type Stemmer = (word: string) => string;

/** Returns the stemmers of those languages that have one. */
export async function stemmersOf(languages: readonly string[]): Promise<Map<string, Stemmer>> {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const stemmers = new Map<string, Stemmer>();
  for (const language of new Set(languages)) {
    const name = names.of(language.split('-')[0]!)!.toLowerCase();
    const module = import(/* @vite-ignore */ `@orama/stemmers/${name}`).catch(() => ({}));
    const { stemmer } = (await module) as { stemmer?: Stemmer };
    if (stemmer) stemmers.set(language, stemmer);
  }
  return stemmers;
}

/** Minimum letters that a stem shares with its word: one that differs earlier may be in another file of terms. */
const SHORTEST = 3;
/** Minimum number of words with an ending. */
const LEAST = 2;

/** Returns the stem of a term; the term itself if it has none. */
export function stemOf(term: string, written: string, stemmer: Stemmer | undefined): string {
  if (!stemmer || !/^\p{L}{4,}$/u.test(term)) return term;
  const stem = foldTerm(stemmer(written));
  const isNear = stem.length >= SHORTEST && term.startsWith(stem.slice(0, SHORTEST));
  return isNear ? stem : term;
}

/** Returns the endings by which the search page finds the stems of other words. */
export function endingsOf(terms: readonly { term: string; stem: string }[]): IndexFile['endings'] {
  const endings = new Map<string, number>();
  for (const { term, stem } of terms) {
    let shared = 0;
    while (shared < stem.length && stem[shared] === term[shared]) shared += 1;
    const ending = `${term.slice(shared)} ${stem.slice(shared)}`;
    if (stem !== term) endings.set(ending, (endings.get(ending) ?? 0) + 1);
  }
  const frequent = [...endings].filter(([, count]) => count >= LEAST).map(([ending]) => ending);
  return frequent.sort().map((ending) => ending.split(' ') as [string, string]);
}
