import type { Counts } from 'virtual:pagefind';
import type { SearchState } from './state.ts';

/** The filters: for each a group of checkboxes, each with the number of results that it leaves. */
export class FilterList {
  readonly details: HTMLDetailsElement;
  /** True when the boxes are there: they come with the first look at them. */
  isFilled = false;
  readonly #groups: Record<'tag' | 'year', HTMLFieldSetElement>;

  constructor(details: HTMLDetailsElement) {
    this.details = details;
    const group = (name: string) =>
      details.querySelector<HTMLFieldSetElement>(`[data-filter=${name}]`)!;
    this.#groups = { tag: group('tag'), year: group('year') };
  }

  /** Makes a checkbox of every value, tags by name, years from the last, and of every checked one. */
  fill({ tag = {}, year = {} }: Counts, { tags, years }: SearchState): void {
    const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
    const values = (counts: object, chosen: string[]) =>
      [...new Set([...Object.keys(counts), ...chosen])].sort(compare);
    this.#fillGroup('tag', values(tag, tags));
    this.#fillGroup('year', values(year, years).reverse());
    this.isFilled = true;
  }

  /** Shows the number of results of each value; hides those without results, unless checked. */
  update(counts: Counts): void {
    for (const [name, group] of Object.entries(this.#groups) as ['tag' | 'year', HTMLElement][]) {
      for (const label of group.querySelectorAll('label')) {
        const box = label.querySelector('input')!;
        const count = counts[name]?.[box.value] ?? 0;
        label.hidden = count === 0 && !box.checked;
        label.querySelector('.soft')!.textContent = String(count);
      }
      group.hidden = !group.querySelector('label:not([hidden])');
    }
  }

  /** Checks the values of a search and no others. */
  choose({ tags, years }: SearchState): void {
    for (const box of this.details.querySelectorAll('input'))
      box.checked = (box.name === 'tag' ? tags : years).includes(box.value);
  }

  /** Returns the checked values. */
  chosen(): Pick<SearchState, 'tags' | 'years'> {
    const ticked = (name: string) =>
      [...this.details.querySelectorAll<HTMLInputElement>(`[name=${name}]:checked`)].map(
        ({ value }) => value,
      );
    return { tags: ticked('tag'), years: ticked('year') };
  }

  #fillGroup(name: 'tag' | 'year', values: readonly string[]): void {
    const [legend] = this.#groups[name].children;
    this.#groups[name].replaceChildren(legend!, ...values.map((value) => box(name, value)));
  }
}

function box(name: string, value: string): HTMLLabelElement {
  const [label, input, count] = [
    document.createElement('label'),
    document.createElement('input'),
    document.createElement('span'),
  ];
  Object.assign(input, { type: 'checkbox', name, value });
  count.className = 'soft';
  label.append(input, ` ${value} `, count);
  return label;
}
