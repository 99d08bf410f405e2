import { hexoSlug } from './slug.ts';

/** The facts in the file name of a post. */
interface PostName {
  /** What `:title` stands for. */
  slug: string;
  /** `2024-01-06` */
  day: string | undefined;
}

const SEGMENTS: Record<string, string> = {
  year: '\\d{4}',
  month: '\\d{2}',
  day: '\\d{2}',
  i_month: '\\d{1,2}',
  i_day: '\\d{1,2}',
  hash: '[0-9a-f]{12}',
};

/** Reads the path of a post without its ending, by `new_post_name`: `:year-:month-:day-:title.md`. */
export function readPostName(path: string, pattern: string): PostName {
  const source = pattern
    .replace(/\.[^./]*$/, '')
    .split(/:(\w+)/)
    .map((part, index) =>
      index % 2 === 0 ? RegExp.escape(part) : `(?<${part}>${SEGMENTS[part] ?? '.+?'})`,
    )
    .join('');
  const groups = new RegExp(`^${source}$`).exec(path)?.groups;
  const { title, year, month, i_month, day, i_day } = groups ?? {};
  const [monthOfYear, dayOfMonth] = [month ?? i_month, day ?? i_day];
  const hasDay = year !== undefined && monthOfYear !== undefined && dayOfMonth !== undefined;
  return {
    slug: title ?? hexoSlug(path),
    day: hasDay
      ? `${year}-${monthOfYear.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
      : undefined,
  };
}
