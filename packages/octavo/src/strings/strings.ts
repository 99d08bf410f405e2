import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type Strings } from './en.ts';
import { ja } from './ja.ts';

const LANGUAGES: Record<string, Strings> = { ar, de, en, ja };

const known = new Map<string, Strings>();

/** Returns the words of the interface for a language tag (`de-AT`); English where there are none. */
export function stringsFor(language: string): Strings {
  const strings = known.get(language) ?? LANGUAGES[new Intl.Locale(language).language] ?? en;
  known.set(language, strings);
  return strings;
}
