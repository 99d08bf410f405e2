import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type Strings } from './en.ts';
import { ja } from './ja.ts';

export type { Strings } from './en.ts';

const LANGUAGES: Record<string, Strings> = { ar, de, en, ja };

/** The settings that decide the words of the interface. */
interface StringSettings {
  /** A language tag: `de-AT`. */
  language: string;
  /** Words that replace those of the language. */
  strings?: Partial<Strings> | undefined;
}

/** Returns the words of the interface: English where there are none in the language. */
export function stringsFor({ language, strings }: StringSettings): Strings {
  return { ...(LANGUAGES[new Intl.Locale(language).language] ?? en), ...strings };
}
