import { DATED } from '../old/day-in-name.ts';
import type { HugoConfig } from './config.ts';
import type { OldPage } from '../old/old-page.ts';
import { at, text, texts } from '../old/values.ts';

/**
 * Returns a page with date and slug from the name of its file, where the configuration
 * (`frontmatter.date`) says `:filename` and nothing that goes before it says a date.
 */
export function datedByName(page: OldPage, { values }: HugoConfig): OldPage {
  const order = texts(at(values, 'frontmatter', 'date')).map((key) => key.toLowerCase());
  const place = order.indexOf(':filename');
  const [, day, rest] = DATED.exec(page.name) ?? [];
  if (place === -1 || day === undefined) return page;
  const own = page.source.values;
  const before = order
    .slice(0, place)
    .flatMap((key) => (key === ':default' ? ['date', 'publishdate', 'lastmod'] : [key]));
  if (before.some((key) => text(own[key]) !== undefined)) return page;
  const slug = text(own['slug']) ?? (rest || undefined);
  const given = { ...own, date: day, ...(slug !== undefined && { slug }) };
  return { ...page, source: { ...page.source, values: given } };
}
