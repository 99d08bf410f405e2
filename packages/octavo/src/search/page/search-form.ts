import type { IndexEntry } from '../index-files.ts';
import type { Found } from './find.ts';
import { create } from './result-item.ts';

/** Returns the query of a form, by the names of its fields. */
export function queryOf(form: HTMLFormElement): URLSearchParams {
  const values = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]);
  return new URLSearchParams(values.filter(([, value]) => value !== ''));
}

/** Returns a group of checkboxes for each filter with several values; checks those of a query. */
export function filterBoxes(
  entries: readonly Pick<IndexEntry, 'filters'>[],
  query: URLSearchParams,
  { language, filters }: { language: string; filters: Record<string, string> },
): HTMLFieldSetElement[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const languageNames = new Intl.DisplayNames(language, { type: 'language' });
  return Object.entries(filters).flatMap(([name, legend]) => {
    const all = new Set(entries.flatMap((entry) => entry.filters[name] ?? []));
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
export function showCounts(form: HTMLFormElement, counts: Found['counts']): void {
  for (const group of form.querySelectorAll('fieldset')) {
    for (const box of group.querySelectorAll('input')) {
      const count = counts.get(`${box.name}=${box.value}`) ?? 0;
      const label = box.parentElement!;
      label.hidden = count === 0 && !box.checked;
      label.querySelector('span')!.textContent = String(count);
    }
    group.hidden = !group.querySelector('label:not([hidden])');
  }
}
