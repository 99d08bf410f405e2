import { settings } from '#site-config';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type Strings } from './en.ts';
import { ja } from './ja.ts';

const LANGUAGES: Record<string, Strings> = { ar, de, en, ja };

const known = new Map<string, Strings>();

/** The setting `strings`. */
const own = (settings as { strings?: Partial<Strings> } | undefined)?.strings;

/**
 * Returns the words of the interface for a language tag (`de-AT`), English where there are none;
 * those of the settings replace them.
 */
export function stringsFor(language: string): Strings {
  const strings = known.get(language) ?? {
    ...(LANGUAGES[new Intl.Locale(language).language] ?? en),
    ...own,
  };
  known.set(language, strings);
  return strings;
}
