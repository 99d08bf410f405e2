/** True for a BCP 47 tag of a language that Intl knows: `de`, `pt-BR`. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

/** Returns the direction of the script of a language. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return new Intl.Locale(language).getTextInfo().direction ?? 'ltr';
}

/** Returns the attributes of an element with text of a post; none for the language of the site. */
export function languageAttributes(
  { lang }: { lang?: string | undefined },
  { language }: { language: string },
): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return lang === undefined || lang === language ? {} : { lang, dir: directionOf(lang) };
}
