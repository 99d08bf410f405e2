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

/**
 * Returns the pages that a page links to, itself included: the first, the last and its neighbors,
 * with `undefined` where some are left out.
 */
export function pageNumbers(number: number, total: number): (number | undefined)[] {
  const isShown = (page: number) =>
    page === 1 || page === total || Math.abs(page - number) <= 1 || isOnlyOneLeftOut(page);
  // An ellipsis is as wide as the one number that it would replace.
  const isOnlyOneLeftOut = (page: number) =>
    (page === 2 && number === 4) || (page === total - 1 && number === total - 3);
  const pages = Array.from({ length: total }, (_, index) => index + 1);
  return pages
    .map((page) => (isShown(page) ? page : undefined))
    .filter((page, index, all) => page !== undefined || all[index - 1] !== undefined);
}
