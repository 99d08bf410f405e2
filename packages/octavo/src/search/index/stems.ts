import { foldTerm } from '../../words/search-words.ts';
import type { IndexFile } from '../index-files.ts';
import type { CollectedTerm } from './collect-terms.ts';

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

/** Sets the stems of terms; returns the endings by which the search page finds those of other words. */
export function setStems(
  terms: readonly CollectedTerm[],
  stemmers: ReadonlyMap<string, Stemmer>,
): IndexFile['endings'] {
  const endings = new Map<string, number>();
  for (const term of terms) {
    const stemmer = stemmers.get(term.language);
    if (!stemmer || !/^\p{L}{4,}$/u.test(term.term)) continue;
    const stem = foldTerm(stemmer(term.written));
    let shared = 0;
    while (shared < stem.length && stem[shared] === term.term[shared]) shared += 1;
    if (shared < SHORTEST || stem === term.term) continue;
    term.stem = stem;
    const ending = `${term.term.slice(shared)} ${stem.slice(shared)}`;
    endings.set(ending, (endings.get(ending) ?? 0) + 1);
  }
  const frequent = [...endings].filter(([, count]) => count >= LEAST).map(([ending]) => ending);
  return frequent.sort().map((ending) => ending.split(' ') as [string, string]);
}
