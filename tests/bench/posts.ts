import { post } from '../posts.ts';

/** What the posts are made of, so that they are compressed and highlighted about as real ones are. */
const SENTENCES = [
  'the proxy reads a request and decides where it should go before anything is sent to it',
  'memory that is given back late looks the same to a scheduler as memory that is still in use',
  'a test that fails once in a hundred runs costs more than one that fails in every run',
  'measure first and then change one thing and then measure again on the same machine',
];

/**
 * Returns so many posts by their path below src/content/, the same in every run: each with 900
 * words, four blocks of code, a link to the post before it and two tags.
 */
export function manyPosts(count: number): Record<string, string> {
  const posts = Array.from({ length: count }, (_, index): [string, string] => {
    const day = new Date(Date.UTC(2010, 0, 1) + index * 86_400_000).toISOString().slice(0, 10);
    const frontMatter = {
      title: `Post ${index}`,
      date: day,
      tags: [`Tag ${index % 20}`, `Topic ${index % 7}`],
    };
    return [`posts/post-${index}.md`, post(frontMatter, article(index))];
  });
  return Object.fromEntries(posts);
}

function article(index: number): string {
  const before = index > 0 ? `\n\nAfter [the one before](./post-${index - 1}.md).` : '';
  const parts = Array.from(
    { length: 4 },
    (_, part) => `## Part ${part + 1}\n\n${prose(index * 4 + part)}\n\n${code(index * 4 + part)}`,
  );
  return parts.join('\n\n') + before;
}

/** Three paragraphs of 75 words each. */
function prose(seed: number): string {
  const random = numbers(seed);
  const word = () => {
    const sentence = SENTENCES[random() % SENTENCES.length]!.split(' ');
    return sentence[random() % sentence.length]!;
  };
  const paragraph = () => `${Array.from({ length: 75 }, word).join(' ')}.`;
  return [paragraph(), paragraph(), paragraph()].join('\n\n');
}

function code(seed: number): string {
  return `\`\`\`ts
/** Returns what stands there most often, of list ${seed}. */
export function most${seed}(items: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + ${seed});
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first?.[0]; // undefined for an empty list
}
\`\`\``;
}

/** A sequence of whole numbers that looks random and is always the same (xorshift). */
function numbers(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
