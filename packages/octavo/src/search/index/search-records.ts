import type { TagName } from '../../content/tag-names.ts';

/** What the search knows of a page beside its text. */
export interface SearchRecord {
  /** The path of its page, without the base path. */
  url: string;
  title: string;
  /** The sentence that stands under the title. */
  description?: string | undefined;
  tags: string[];
  /** Of a post, the day, `2024-01-06`, and the whole minutes that it takes to read. */
  day?: string;
  minutes?: number;
}

/** The file by which the pages that are built hand the records to the integration that indexes them. */
export const RECORDS_PATH = '/search-records.json';

/** Returns the record of a post. */
export function postRecord(post: {
  url: string;
  title: string;
  description?: string | undefined;
  tags: readonly TagName[];
  date: { day: string };
  minutes: number;
}): SearchRecord {
  const { url, title, description, tags, date, minutes } = post;
  const names = tags.map(({ name }) => name);
  return { url, title, description, tags: names, day: date.day, minutes };
}
