import { stringify } from 'yaml';
import { slugify } from 'octavo/internal/blog/slug';
const SETTINGS = 'src/site.config.ts';

/** What a new blog is told by its author. */
export interface NewBlog {
  title: string;
  url: string;
  author: string;
  timeZone: string;
  /** The day of its first post: `2024-01-06`. */
  day: string;
}

/** Returns the name of an author's file: the slug, without the dot that would hide it. */
export function authorId(name: string): string {
  return slugify(name).replace(/^\.+/, '') || 'author';
}

/** Returns the files that a new blog begins with, by their path relative to the project's folder. */
export function firstContent({ author, day }: NewBlog, id: string): Record<string, string> {
  return {
    [`src/content/authors/${id}.md`]: file(
      { name: author },
      `A sentence about ${author}, shown above the list of their posts.`,
    ),
    'src/content/pages/about.md': file(
      { title: 'About' },
      'What this blog is about, and who writes it. This text is in `src/content/pages/about.md`.',
    ),
    'src/content/posts/first-post.md': file(
      { title: 'First post', date: day },
      'The first post of this blog. This text is in `src/content/posts/first-post.md`: write over it, or take the file away and begin with `npm run new -- "A title"`.',
    ),
  };
}

/** Returns `src/site.config.ts` of a new blog. */
export function settingsSource({ title, url, author, timeZone }: NewBlog): string {
  const values = {
    title: quoted(title),
    description: quoted(`What ${author} writes.`),
    url: quoted(url),
    language: quoted('en'),
    timeZone: quoted(timeZone),
    author: quoted(authorId(author)),
  };
  const lines = Object.entries(values).map(([key, value]) => `  ${key}: ${value},`);
  return `import type { SiteConfig } from './blog/settings.ts';

/**
 * The settings of your blog. An editor shows what each one does;
 * README.md, "Settings", lists them all.
 */
export default {
${lines.join('\n')}
  nav: [
    { label: 'Archive', link: '/archive/' },
    { label: 'Tags', link: '/tags/' },
    { label: 'About', link: '/about/' },
  ],
} satisfies SiteConfig;
`;
}

/** Where the settings of a new blog are filled in. */
export const FILL_IN = [SETTINGS, 'src/content/pages/about.md', 'src/content/posts/first-post.md'];

/** A text as TypeScript, in the quotes that Prettier would choose. */
function quoted(text: string): string {
  const json = JSON.stringify(text);
  const single = text.includes("'") && !text.includes('"');
  return single ? json : `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

function file(frontMatter: object, text: string): string {
  return `---\n${stringify(frontMatter, { lineWidth: 0, schema: 'core' })}---\n\n${text}\n`;
}
