/** One page of a list. */
export interface ListPage<Item> {
  /** Counted from 1. */
  number: number;
  /** The number of pages, at least one. */
  total: number;
  items: Item[];
}

/** Splits a list into pages; an empty list is one empty page. */
export function paginate<Item>(items: readonly Item[], size: number): ListPage<Item>[] {
  const total = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: total }, (_, index) => ({
    number: index + 1,
    total,
    items: items.slice(index * size, (index + 1) * size),
  }));
}
