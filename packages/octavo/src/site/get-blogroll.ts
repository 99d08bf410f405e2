import { context } from 'virtual:octavo/context';
import { parseBlogroll, type ListedBlog } from '../content/blogroll.ts';
import { readText } from '../content/read-text.ts';

/** Returns the blogs of the setting `blogroll`, which a check has read before. */
export function getBlogroll(): ListedBlog[] {
  const { root, settings } = context;
  const file = settings.blogroll;
  return file === undefined ? [] : parseBlogroll(file, readText(root, file).text).blogs;
}
