import { directionOf } from '../words/language.ts';
import type { Settings } from './settings.ts';

/** Returns the keys of the languages of a blog, in their order in the settings; at least one. */
export function codesOf({ code, languages }: Pick<Settings, 'code' | 'languages'>): string[] {
  const codes = Object.keys(languages);
  return codes.includes(code) ? codes : [code, ...codes];
}

/** Returns the settings of each language of a blog. */
export function languagesOf(settings: Settings): Settings[] {
  return codesOf(settings).map((code) => settingsOf(settings, code));
}

/** Returns the folder of a language below the site's base path: `/de`, or nothing. */
export function folderOfLanguage(
  { code: own, prefixDefaultLanguage }: Pick<Settings, 'code' | 'prefixDefaultLanguage'>,
  code: string,
): string {
  return code === own && !prefixDefaultLanguage ? '' : `/${code}`;
}

/** What a blog says in its own language, and not in another one. */
const NO_WORDS = { nav: [], series: {}, intro: undefined, footer: undefined, strings: undefined };

/** Returns the settings of a language of a blog, which is a blog below its own base path. */
export function settingsOf(settings: Settings, code: string): Settings {
  const { origin, rootBase, languages } = settings;
  const isOwn = code === settings.code;
  const { language = isOwn ? settings.language : `${new Intl.Locale(code)}`, ...own } =
    languages[code] ?? {};
  const base = `${rootBase.slice(0, -1)}${folderOfLanguage(settings, code)}/`;
  return {
    ...settings,
    ...(!isOwn && NO_WORDS),
    ...own,
    ...{ code, language, direction: directionOf(language), base, url: origin + base },
  };
}
