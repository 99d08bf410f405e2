import ar from './ar.json' with { type: 'json' };
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import ja from './ja.json' with { type: 'json' };

/** A text with placeholders such as `{count}`, or one for each plural category of the number. */
type Template = string | Partial<Record<Intl.LDMLPluralRule, string>>;

export const LANGUAGES: Record<string, Record<keyof typeof en, Template>> = { ar, de, en, ja };

/** The strings with placeholders: the arguments of their functions. */
export const ARGUMENTS = {
  pageTitle: ['title', 'page'],
  minutes: ['count'],
  minutesToRead: ['count'],
  postCount: ['count'],
  updatedOn: ['date'],
  postsWithTag: ['tag'],
  archiveOf: ['title'],
  tagsOf: ['title'],
  postsBy: ['author'],
  seriesOf: ['name'],
  partOf: ['number', 'count'],
  originallyAt: ['host'],
  replyCount: ['count'],
  scheduledFor: ['date'],
  feedsOf: ['title'],
  copyAddress: ['name'],
  searchOf: ['title'],
  resultCount: ['count'],
  videoOn: ['host'],
  backToReference: ['reference'],
  lines: ['count'],
} as const satisfies Partial<Record<keyof typeof en, readonly string[]>>;

type Value<Name> = Name extends 'count' | 'number' | 'page' | 'total' ? number : string;
type Values<Names> = { [Index in keyof Names]: Value<Names[Index]> };

/** The strings of the interface: text, or a function for a key of `ARGUMENTS`. */
export type Strings = {
  [Key in keyof typeof en]: Key extends keyof typeof ARGUMENTS
    ? (...values: Values<(typeof ARGUMENTS)[Key]>) => string
    : string;
};

/** The settings that decide the strings of the interface. */
interface StringSettings {
  /** A language tag: `de-AT`. */
  language: string;
  /** Strings that replace those of the language. */
  strings?: Partial<Strings> | undefined;
}

/** Returns the strings of the interface: English where there are none in the language. */
export function stringsFor({ language: tag, strings }: StringSettings): Strings {
  const { language } = new Intl.Locale(tag);
  return { ...(STRINGS.get(language) ?? STRINGS.get('en')!), ...strings };
}

const STRINGS = new Map(
  Object.keys(LANGUAGES).map((language) => [language, readStrings(language)]),
);

function readStrings(code: string): Strings {
  const rules = new Intl.PluralRules(code);
  const strings = Object.entries(LANGUAGES[code]!).map(([key, template]) => {
    const names: readonly string[] | undefined = ARGUMENTS[key as keyof typeof ARGUMENTS];
    return [key, names ? formatter(template, names, rules) : template];
  });
  return Object.fromEntries(strings) as Strings;
}

function formatter(template: Template, names: readonly string[], rules: Intl.PluralRules) {
  return (...values: (string | number)[]) => {
    const text =
      typeof template === 'string'
        ? template
        : (template[rules.select(Number(values[0]))] ?? template.other!);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[names.indexOf(name)]));
  };
}
