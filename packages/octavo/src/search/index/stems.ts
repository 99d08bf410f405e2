import type { CollectedTerm } from './collected-term.ts';
import { foldTerm } from '../../words/search-words.ts';

export type Stemmer = (word: string) => string;

/** Returns the stemmers of languages. */
export async function stemmersOf(languages: readonly string[]): Promise<Map<string, Stemmer>> {
  const all = [...new Set(languages)].map(
    async (language) => [language, await stemmerOf(language)] as const,
  );
  return new Map(await Promise.all(all));
}

/** Returns the stemmer of a language; one without a stemmer has words as they are. */
async function stemmerOf(language: string): Promise<Stemmer> {
  const code = new Intl.Locale(language).language;
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(code)!.toLowerCase();
  try {
    const { stemmer } = (await import(/* @vite-ignore */ `@orama/stemmers/${name}`)) as {
      stemmer: Stemmer;
    };
    return stemmer;
  } catch {
    return (word) => word;
  }
}

/** A stem that begins otherwise would be in another file of terms. */
const SHORTEST = 3;
/** A rarer ending is that of one word. */
const LEAST = 2;

/**
 * Sets the stems of terms, and returns the endings by which the search page finds the stems of
 * words that are not in the index: `ing`, or `y i`.
 */
export function setStems(
  terms: readonly CollectedTerm[],
  stemmers: ReadonlyMap<string, Stemmer>,
): string[] {
  const endings = new Map<string, number>();
  for (const term of terms) {
    if (!/^\p{L}{4,}$/u.test(term.term)) continue;
    const stem = foldTerm(stemmers.get(term.language)!(term.written));
    const shared = sharedLength(stem, term.term);
    if (shared < SHORTEST || stem === term.term) continue;
    term.stem = stem;
    const ending = `${term.term.slice(shared)} ${stem.slice(shared)}`.trimEnd();
    endings.set(ending, (endings.get(ending) ?? 0) + 1);
  }
  return [...endings]
    .filter(([, count]) => count >= LEAST)
    .map(([ending]) => ending)
    .sort();
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
