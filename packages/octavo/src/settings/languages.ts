import { directionOf } from '../words/language.ts';
import type { Settings } from './settings.ts';

type Languages = Pick<Settings, 'defaultCode' | 'languages'>;
type Folders = Languages & Pick<Settings, 'prefixDefaultLanguage'>;

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

/** Returns the folders of the languages of a blog, below the base path of the site. */
export function languageFolders(settings: Folders): string[] {
  return codesOf(settings).map((code) => languageFolder(settings, code));
}

/** Returns the language of a path below the base path of the site, or of the pattern of a route. */
export function codeAt(path: string, settings: Folders): string {
  const [, folder] = path.split('/');
  const isAt = (code: string) => languageFolder(settings, code) === `/${folder}`;
  return codesOf(settings).find(isAt) ?? settings.defaultCode;
}

/** Returns a path below the base path of the site as one below that of its language: `/de/tags/` → `/tags/`. */
export function withoutLanguage(path: string, settings: Folders): string {
  return path.slice(languageFolder(settings, codeAt(path, settings)).length);
}

/** Returns the settings of each language of a blog. */
export function languagesOf(settings: Settings): Settings[] {
  return codesOf(settings).map((code) => settingsOf(settings, code));
}

/** Returns the prefix of the keys of a language's settings in messages: `languages.de.`, or nothing. */
export function settingsPath({
  code,
  defaultCode,
}: Pick<Settings, 'code' | 'defaultCode'>): string {
  return code === defaultCode ? '' : `languages.${code}.`;
}

/** The settings that have words in the language of the blog, and not in another one. */
const NO_WORDS = { nav: [], series: {}, intro: undefined, footer: undefined, strings: undefined };

/** Returns the BCP 47 tag of a language by its key; that of `site` has its tag in `language`. */
export function languageTag(
  site: Languages & Pick<Settings, 'code' | 'language'>,
  code: string,
): string {
  if (code === site.code) return site.language;
  return site.languages[code]?.language ?? `${new Intl.Locale(code)}`;
}

/** Returns the settings of a language of a blog, which is a blog below its own base path. */
export function settingsOf(settings: Settings, code: string): Settings {
  const { origin, rootBase, languages, defaultCode } = settings;
  const isDefault = code === defaultCode;
  const language = languageTag(settings, code);
  const base = `${rootBase.slice(0, -1)}${languageFolder(settings, code)}/`;
  return {
    ...settings,
    ...(!isDefault && NO_WORDS),
    ...languages[code],
    ...{ code, language, direction: directionOf(language), base, url: origin + base },
  };
}

/** Returns a path below the base path of a language as one below that of the site. */
export function pathInSite(path: string, { base, rootBase }: Bases): string {
  return base.slice(rootBase.length - 1) + path.slice(1);
}

/** Returns the settings with the base path of the site, for what its languages share: `href(icon, rootOf(site))`. */
export function rootOf<Site extends Bases>(site: Site): Site {
  return { ...site, base: site.rootBase };
}

type Bases = Pick<Settings, 'base' | 'rootBase'>;
