import { directionOf } from '../words/language.ts';
import type { Settings } from './settings.ts';

type Languages = Pick<Settings, 'defaultCode' | 'languages'>;

/** Returns the keys of the languages of a blog, in their order in the settings; at least one. */
export function codesOf({ defaultCode, languages }: Languages): string[] {
  const codes = Object.keys(languages);
  return codes.includes(defaultCode) ? codes : [defaultCode, ...codes];
}

/** Returns the folder of a language below the base path of the site: `/de`, or nothing. */
export function languageFolder(
  { defaultCode, prefixDefaultLanguage }: Pick<Settings, 'defaultCode' | 'prefixDefaultLanguage'>,
  code: string,
): string {
  return code === defaultCode && !prefixDefaultLanguage ? '' : `/${code}`;
}

/** Returns the settings of each language of a blog. */
export function languagesOf(settings: Settings): Settings[] {
  return codesOf(settings).map((code) => settingsOf(settings, code));
}

/** The settings that have words in the language of the blog, and not in another one. */
const NO_WORDS = { nav: [], series: {}, intro: undefined, footer: undefined, strings: undefined };

/** Returns the settings of a language of a blog, which is a blog below its own base path. */
export function settingsOf(settings: Settings, code: string): Settings {
  const { origin, rootBase, languages, defaultCode } = settings;
  const isDefault = code === defaultCode;
  const { language = isDefault ? settings.language : `${new Intl.Locale(code)}`, ...own } =
    languages[code] ?? {};
  const base = `${rootBase.slice(0, -1)}${languageFolder(settings, code)}/`;
  return {
    ...settings,
    ...(!isDefault && NO_WORDS),
    ...own,
    ...{ code, language, direction: directionOf(language), base, url: origin + base },
  };
}

/** Returns a path below the base path of a language as one below that of the site. */
export function pathInSite(path: string, { base, rootBase }: PathsOfLanguage): string {
  return base.slice(rootBase.length - 1) + path.slice(1);
}

type PathsOfLanguage = Pick<Settings, 'base' | 'rootBase'>;
