/**
 * Moves the focus by an arrow key: from the field to the first result, among the titles of the
 * results, and from the first back to the field. Returns whether it has moved.
 */
export function moveFocus(key: string, field: HTMLElement, list: HTMLElement): boolean {
  const step = { ArrowDown: 1, ArrowUp: -1 }[key] ?? 0;
  const items = [...list.children];
  const next = step + items.findIndex((item) => item.contains(document.activeElement));
  const target = next === -1 ? field : items[next]?.querySelector('a');
  if (step === 0 || !target) return false;
  target.focus();
  return true;
}
