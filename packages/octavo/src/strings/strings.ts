import { memoize } from '../memoize.ts';
import ar from './ar.json' with { type: 'json' };
import cs from './cs.json' with { type: 'json' };
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fa from './fa.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import he from './he.json' with { type: 'json' };
import hi from './hi.json' with { type: 'json' };
import id from './id.json' with { type: 'json' };
import it from './it.json' with { type: 'json' };
import ja from './ja.json' with { type: 'json' };
import ko from './ko.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };
import pl from './pl.json' with { type: 'json' };
import ptBR from './pt-BR.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import sv from './sv.json' with { type: 'json' };
import tr from './tr.json' with { type: 'json' };
import uk from './uk.json' with { type: 'json' };
import vi from './vi.json' with { type: 'json' };
import zhCN from './zh-CN.json' with { type: 'json' };
import zhTW from './zh-TW.json' with { type: 'json' };

type Key = keyof typeof en;

/** A text with placeholders such as `{count}`, or one for each plural category of the number. */
export type Template = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

/** By language tag, one for each script of a language. */
export const LANGUAGES: Record<string, Partial<Record<Key, Template>>> = {
  ...{ ar, cs, de, en, es, fa, fr, he, hi, id, it, ja, ko, nl, pl, ru, sv, tr, uk, vi },
  ...{ 'pt-BR': ptBR, 'zh-CN': zhCN, 'zh-TW': zhTW },
};

/** The strings with placeholders: the arguments of their functions. */
export const ARGUMENTS = {
  pageTitle: ['title', 'page'],
  minutes: ['count'],
  postCount: ['count'],
  updatedOn: ['date'],
  postsWithTag: ['tag'],
  archiveOf: ['title'],
  tagsOf: ['title'],
  notesOf: ['title'],
  via: ['host'],
  postsBy: ['author'],
  seriesOf: ['name'],
  partOf: ['number', 'count'],
  originallyAt: ['host'],
  outdated: ['date'],
  replyOn: ['network'],
  replyCount: ['count'],
  likeCount: ['count'],
  repostCount: ['count'],
  loadComments: ['host'],
  subscribeHint: ['host'],
  scheduledFor: ['date'],
  feedsOf: ['title'],
  copyAddress: ['name'],
  searchOf: ['title'],
  resultCount: ['count'],
  videoOn: ['host'],
  backToReference: ['reference'],
  lines: ['count'],
} as const satisfies Partial<Record<Key, readonly string[]>>;

type Value<Name> = Name extends 'count' | 'number' | 'page' | 'total' ? number : string;
type Values<Names> = { [Index in keyof Names]: Value<Names[Index]> };

/** The strings of the interface: text, or a function for a key of `ARGUMENTS`. */
export type Strings = {
  [Name in Key]: Name extends keyof typeof ARGUMENTS
    ? (...values: Values<(typeof ARGUMENTS)[Name]>) => string
    : string;
};

/** A string as an owner writes it. */
export type StringSetting<Name extends Key> = Name extends keyof typeof ARGUMENTS
  ? Template
  : string;

/** The settings that decide the strings of the interface. */
interface StringSettings {
  /** A language tag: `de-AT`. */
  language: string;
  /** Strings that replace those of the language. */
  strings?: { [Name in Key]?: StringSetting<Name> | undefined } | undefined;
}

/** Returns the strings of the interface: English where there are none in the language. */
export function stringsFor({ language, strings = {} }: StringSettings): Strings {
  return { ...builtIn(language), ...withFunctions(strings, language) };
}

/** Returns the keys of the strings that are shown in English because the language has none. */
export function missingStrings({ language, strings }: StringSettings): string[] {
  const present = { ...LANGUAGES[matchLanguage(language) ?? ''], ...strings };
  return Object.keys(en).filter((key) => !(key in present));
}

/** Returns the tag in `LANGUAGES` with the language and the script of another: `zh-TW` for `zh-HK`. */
function matchLanguage(tag: string): string | undefined {
  return TAGS.get(languageAndScript(tag));
}

/** `zh-HK` → `zh-Hant`. */
function languageAndScript(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  return `${language}-${script}`;
}

const TAGS = new Map(Object.keys(LANGUAGES).map((tag) => [languageAndScript(tag), tag]));

const builtIn = memoize((language: string) => {
  const own = LANGUAGES[matchLanguage(language) ?? ''];
  return { ...withFunctions(en, 'en'), ...withFunctions(own ?? {}, language) } as Strings;
});

function withFunctions(strings: Record<string, unknown>, language: string): Partial<Strings> {
  const entries = Object.entries(strings).map(([key, value]) => {
    const names: readonly string[] | undefined = ARGUMENTS[key as keyof typeof ARGUMENTS];
    return [key, names ? formatter(value as Template, names, language) : value];
  });
  return Object.fromEntries(entries) as Partial<Strings>;
}

function formatter(template: Template, names: readonly string[], language: string) {
  return (...values: (string | number)[]) => {
    const text =
      typeof template === 'string'
        ? template
        : (template[new Intl.PluralRules(language).select(Number(values[0]))] ?? template.other);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[names.indexOf(name)]!;
      return typeof value === 'number' ? value.toLocaleString(language) : value;
    });
  };
}
