/** The numbers at which languages change their words (CLDR, Language Plural Rules). */
const SAMPLES = [1, 2, 0, 3, 5, 11, 100, 1_000_000];

/**
 * Returns the words for numbers by plural category, `{ one: '# result', other: '# results' }`, for
 * scripts that count in the browser without the words of every language.
 */
export function pluralForms(words: (count: number) => string, language: string) {
  const rules = new Intl.PluralRules(language);
  const forms: Record<string, string> = {};
  for (const count of SAMPLES) {
    forms[rules.select(count)] ??= words(count).replace(count.toLocaleString(language), '#');
  }
  return forms;
}
