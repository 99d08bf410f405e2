import type { IndexEntry } from '../index-files.ts';
import { create } from './result-item.ts';

interface FormStrings {
  language: string;
  /** The names of the filters. */
  filters: Record<string, string>;
  /** The languages that have an index. */
  languages: readonly string[];
}

/** Returns the query of a form, by the names of its fields. */
export function queryOf(form: HTMLFormElement): URLSearchParams {
  const values = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]);
  return new URLSearchParams(values.filter(([, value]) => value !== ''));
}

/** Returns the languages whose indexes have the results of a query; the first is that of the page. */
export function languagesToSearch(
  query: URLSearchParams,
  [own = '', ...others]: readonly string[],
): string[] {
  const wanted = query.getAll('language');
  // Posts in a language without an index are in that of the page.
  const isOwn = wanted.length === 0 || wanted.some((one) => !others.includes(one));
  return [...(isOwn ? [own] : []), ...others.filter((one) => wanted.includes(one))];
}

/** Returns a group of checkboxes for each filter with several values; checks those of a query. */
export function filterBoxes(
  entries: readonly IndexEntry[],
  query: URLSearchParams,
  { language, filters, languages }: FormStrings,
): HTMLFieldSetElement[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const languageNames = new Intl.DisplayNames(language, { type: 'language' });
  return Object.entries(filters).flatMap(([name, legend]) => {
    const found = entries.flatMap((entry) => entry.filters[name] ?? []);
    const all = new Set([...found, ...(name === 'language' ? languages : [])]);
    const values = [...all].sort(collator.compare);
    if (values.length < 2) return [];
    const wanted = query.getAll(name).map((value) => value.toLowerCase());
    const labels = values.map((value) => {
      const checked = wanted.includes(value.toLowerCase());
      const box = create('input', { type: 'checkbox', name, value, checked });
      const label = name === 'language' ? languageNames.of(value)! : value;
      return create('label', {}, box, ` ${label} `, create('span', { className: 'soft' }));
    });
    return [create('fieldset', {}, create('legend', {}, legend), ...labels)];
  });
}

/** Shows the number of results of each checkbox; hides those without results, unless they are checked. */
export function showCounts(form: HTMLFormElement, counts: ReadonlyMap<string, number>): void {
  for (const group of form.querySelectorAll('fieldset')) {
    for (const box of group.querySelectorAll('input')) {
      const count = counts.get(`${box.name}=${box.value}`) ?? 0;
      const label = box.parentElement!;
      // Indexes of other languages are not counted until they are searched.
      label.hidden = count === 0 && !box.checked && box.name !== 'language';
      label.querySelector('span')!.textContent = count === 0 ? '' : String(count);
    }
    group.hidden = !group.querySelector('label:not([hidden])');
  }
}
