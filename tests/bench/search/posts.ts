import { readFileSync } from 'node:fs';
import { generatedPosts } from '../posts.ts';
import { pick, randomFrom, type Random } from '../random.ts';

export const LANGUAGES = ['en', 'de', 'ja', 'zh', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A picture that posts without words show. */
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>';

/**
 * Returns the files of a blog of so many posts: those of `posts-<language>.txt`, which the queries
 * are about, and generated ones around them.
 */
export function postsToSearch(language: Language, count: number): Record<string, string> {
  const written = writtenPosts(language);
  const frequent = frequentWords(written.map(({ text }) => text).join('\n\n'), written.length);
  const generated = Object.entries(generatedPosts(count - written.length));
  return {
    ...Object.fromEntries(written.map(({ slug, text }) => [`posts/${slug}.md`, text])),
    ...Object.fromEntries(
      generated.map(([path, text], index) => [
        path,
        `${text}\n${ordinaryText(randomFrom(index + 1), frequent, index)}\n`,
      ]),
    ),
    'posts/whiteboard.svg': PICTURE,
  };
}

/** Returns the posts of a file: each begins with a line `=== slug`, front matter, and an empty line. */
function writtenPosts(language: Language): { slug: string; text: string }[] {
  const file = readFileSync(new URL(`posts-${language}.txt`, import.meta.url), 'utf8');
  return file
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [head, ...body] = part.split('\n\n');
      const [slug, ...frontMatter] = head!.split('\n');
      return {
        slug: slug!,
        text: `---\n${frontMatter.join('\n')}\n---\n\n${body.join('\n\n')}`,
      };
    });
}

/** Returns the words that a sixth of the posts has, so that generated posts have them too. */
function frequentWords(text: string, posts: number): string[] {
  const counts = new Map<string, number>();
  for (const word of text.match(/\p{L}{1,12}/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= posts / 6).map(([word]) => word);
}

/** Returns a paragraph of frequent words and of names that no other post has, as each post has some. */
function ordinaryText(random: Random, frequent: readonly string[], index: number): string {
  const names = Array.from(
    { length: 12 },
    (_, name) => `\`${pick(random, SYLLABLES)}${pick(random, SYLLABLES)}_${index * 12 + name}\``,
  );
  const words = Array.from({ length: 150 }, (_, at) =>
    at % 12 === 0 ? names[at / 12]! : pick(random, frequent),
  );
  return words.join(' ');
}

const SYLLABLES = ['get', 'set', 'map', 'fold', 'Key', 'Row', 'Item', 'Node', 'Page', 'Slot'];
