import type { Answers } from './answers.ts';
import { authorId } from './author-id.ts';
import { fillPlaceholders } from './placeholders.ts';

/** Content of files by their path. */
type Files = Record<string, string | Uint8Array>;

/** The values of a new blog. */
export interface NewBlog extends Answers {
  /** The name of its folder. */
  folder: string;
  timeZone: string;
  /** The day of the first post: `2024-01-06`. */
  day: string;
  /** The version of `octavo` that it depends on: `^1.0.0`, `file:octavo-1.0.0.tgz`. */
  octavo: string;
}

/** The author's file in the template. */
export const AUTHOR_FILE = 'src/content/authors/author.md';

/** Returns the files of a new blog by their path. */
export function blogFiles(template: Files, blog: NewBlog): Files {
  const id = authorId(blog.author);
  const values = {
    ...blog,
    authorId: id,
    description: `A blog by ${blog.author}.`,
    name: packageName(blog.folder),
  };
  const files = Object.entries(template).map(([path, content]) => [
    path === AUTHOR_FILE ? `src/content/authors/${id}.md` : path,
    typeof content === 'string' ? fillPlaceholders(path, content, values) : content,
  ]);
  return Object.fromEntries(files) as Files;
}

/** Returns a name that npm accepts. */
function packageName(folder: string): string {
  return (
    folder
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join('-') ?? 'blog'
  );
}
