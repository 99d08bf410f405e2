import type { Blog } from '../../blog/blog.ts';

/** The facts of a page in the search index. */
export interface SearchRecord {
  /** The path of its page, without the base path. */
  url: string;
  title: string;
  /** The sentence under the title. */
  description?: string | undefined;
  tags: string[];
  /** Of a post, the day, `2024-01-06`, and its reading time in minutes. */
  day?: string;
  minutes?: number;
}

/** Returns the records of all that is searched: listed posts, and listed pages. */
export function searchRecords({ posts, pages }: Blog): SearchRecord[] {
  return [
    ...posts.map(({ url, title, description, tags, date, minutes }) => ({
      ...{ url, title, description, minutes },
      tags: tags.map(({ name }) => name),
      day: date.day,
    })),
    ...pages.filter(({ listed }) => listed).map(({ url, title }) => ({ url, title, tags: [] })),
  ];
}
