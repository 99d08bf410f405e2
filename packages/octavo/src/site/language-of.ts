import { context, languages } from 'virtual:octavo/context';
import { codeAt } from '../settings/languages.ts';
import type { Settings } from '../settings/settings.ts';
import type { Strings } from '../strings/strings.ts';

/** A language of the site. */
export interface Language {
  /** The settings of the blog in the language. */
  site: Settings;
  /** The strings of the interface. */
  t: Strings;
}

/** Returns the language of the page that is rendered: `languageOf(Astro)`. */
export function languageOf({ url }: { url: URL }): Language {
  return languageAt(url.pathname.slice(context.settings.rootBase.length - 1));
}

/** Returns the language of a path without the base path, or of the pattern of a route. */
export function languageAt(path: string): Language {
  return languageIn(codeAt(path, context.settings));
}

/** Returns a language of the site by its key. */
export function languageIn(code: string): Language {
  return languages.find(({ site }) => site.code === code)!;
}
