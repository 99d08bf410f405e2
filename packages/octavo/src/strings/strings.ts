import { translation, type Strings } from './translation.ts';

export type { Strings } from './translation.ts';

/** The settings that decide the strings of the interface. */
interface StringSettings {
  /** A language tag: `de-AT`. */
  language: string;
  /** Strings that replace those of the language. */
  strings?: Partial<Strings> | undefined;
}

/** Returns the strings of the interface: English where there are none in the language. */
export function stringsFor({ language, strings }: StringSettings): Strings {
  return { ...translation(language), ...strings };
}
