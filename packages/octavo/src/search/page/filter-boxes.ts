import type { Found, Query } from './find.ts';
import { FILTERS } from './query-url.ts';

/** Returns the filters of the boxes that are checked. */
export function checkedFilters(boxes: readonly HTMLInputElement[]): Query['filters'] {
  const checked = boxes.filter(({ checked }) => checked);
  const values = FILTERS.map((filter) => [
    filter,
    checked.filter(({ name }) => name === filter).map(({ value }) => value),
  ]);
  return Object.fromEntries(values) as Query['filters'];
}

/** Checks the boxes of the filters, without regard to case. */
export function checkFilters(boxes: readonly HTMLInputElement[], { filters }: Query): void {
  for (const box of boxes) {
    const values: readonly string[] = filters[box.name as keyof typeof filters] ?? [];
    box.checked = values.some((value) => value.toLowerCase() === box.value.toLowerCase());
  }
}

/** Shows the number of results of each value; hides values without results, unless they are checked. */
export function showCounts(boxes: readonly HTMLInputElement[], counts: Found['counts']): void {
  for (const box of boxes) {
    const label = box.closest('label')!;
    const count = counts[box.name as keyof typeof counts][box.value] ?? 0;
    label.hidden = count === 0 && !box.checked;
    label.querySelector('.soft')!.textContent = String(count);
  }
  for (const group of new Set(boxes.map((box) => box.closest('fieldset')!)))
    group.hidden = !group.querySelector('label:not([hidden])');
}
