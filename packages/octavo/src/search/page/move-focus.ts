/**
 * Moves the focus by an arrow key: from the field to the first result, among the titles of the
 * results, and from the first back to the field. Returns whether it has moved.
 */
export function moveFocus(key: string, field: HTMLElement, list: HTMLElement): boolean {
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  const items = [...list.children];
  const current = items.findIndex((item) => item.contains(document.activeElement));
  const next = current + step;
  if (step === 0 || (current === -1 && step === -1) || next >= items.length) return false;
  if (next === -1) field.focus();
  else items[next]!.querySelector('a')!.focus();
  return true;
}
