/** True for a BCP 47 tag of a language that Intl knows: `de`, `pt-BR`. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

/** True for two valid tags of one language: `zh-cn`, `zh-CN`. */
export function isSameLanguage(tag: string, other: string): boolean {
  return isLanguage(tag) && `${new Intl.Locale(tag)}` === `${new Intl.Locale(other)}`;
}

/** Returns the name of a language in the language itself: `Deutsch`. */
export function languageName(language: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
}

/** Returns the direction of the script of a language. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return new Intl.Locale(language).getTextInfo().direction ?? 'ltr';
}

/** Returns the direction of a text: that of its first letter, like `dir=auto` in HTML. */
export function directionOfText(text: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.test(text) ? 'rtl' : 'ltr';
}

/** Matches a text whose first letter is written from right to left. */
const RIGHT_TO_LEFT =
  /^\P{L}*[\p{Script=Arab}\p{Script=Hebr}\p{Script=Syrc}\p{Script=Thaa}\p{Script=Nkoo}\p{Script=Adlm}\p{Script=Rohg}]/u;

/** Returns the `hreflang` of a link to a post that is in another language of the site. */
export function languageOfLink(
  { lang, base }: { lang?: string | undefined; base: string },
  site: { base: string },
): string | undefined {
  return base === site.base ? undefined : lang;
}

/** Returns the attributes of an element with text of a post; none for the language of the site. */
export function languageAttributes(
  { lang }: { lang?: string | undefined },
  { language }: { language: string },
): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return lang === undefined || lang === language ? {} : { lang, dir: directionOf(lang) };
}
