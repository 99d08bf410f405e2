import { post } from '../posts.ts';
import { randomFrom, type Random } from './random.ts';
import { capitalized, paragraph, sentence, tag, word } from './vocabulary.ts';

/** How large a generated post is. */
interface Size {
  words: number;
  codeBlocks: number;
}

/**
 * Returns the files of so many posts, `posts/<slug>.md` to Markdown: the same each time. Their
 * words are as often as in a language (the n-th a share of 1/n), so that an index of them is
 * about as large as one of prose; each has two tags of thirty, and a day of some ten years.
 */
export function generatedPosts(
  count: number,
  { words, codeBlocks }: Size = { words: 900, codeBlocks: 4 },
): Record<string, string> {
  const files = Array.from({ length: count }, (_, index) => {
    const random = randomFrom(index + 1);
    const day = new Date(Date.UTC(2015, 0, 1) + Math.floor((index * 3650) / count) * 86_400_000);
    const frontMatter = {
      title: `${capitalized(sentence(random, 4))} ${index + 1}`,
      date: day.toISOString().slice(0, 10),
      tags: [tag(random), tag(random)],
    };
    return [`posts/post-${index + 1}.md`, post(frontMatter, text(random, words, codeBlocks))];
  });
  return Object.fromEntries(files) as Record<string, string>;
}

const SECTIONS = 4;
const PARAGRAPH = 75;

function text(random: Random, words: number, codeBlocks: number): string {
  const paragraphs = Array.from({ length: Math.round(words / PARAGRAPH) }, () =>
    paragraph(random, PARAGRAPH),
  );
  const parts = Array.from({ length: SECTIONS }, (_, section) => {
    const share = (all: number) => [
      Math.round((section * all) / SECTIONS),
      Math.round(((section + 1) * all) / SECTIONS),
    ];
    const [from, to] = share(codeBlocks) as [number, number];
    return [
      ...(section === 0 ? [] : [`## ${capitalized(sentence(random, 3))}`]),
      ...paragraphs.slice(...share(paragraphs.length)),
      ...Array.from({ length: to - from }, () => code(random)),
    ].join('\n\n');
  });
  return parts.join('\n\n');
}

function code(random: Random): string {
  const [name, value, result] = [word(random), word(random), word(random)] as const;
  return `\`\`\`ts
/** Returns the ${result} of a ${value}. */
export function ${name}Of${capitalized(value)}(${value}: string): Map<string, number> {
  const ${result}s = new Map<string, number>();
  for (const item of ${value}.split(',')) {
    if (item === '') continue; // ${sentence(random, 5)}
    ${result}s.set(item, (${result}s.get(item) ?? 0) + 1);
  }
  return ${result}s;
}
\`\`\``;
}
