import { codeSample } from './code-samples.ts';
import { pick, randomFrom, type Random } from './random.ts';
import { capitalized, paragraph, sentence, tag } from './vocabulary.ts';

/** A post for the benchmarks, of which a generator of sites makes a file. */
export interface Article {
  /** Its file is `<slug>.md`, its address `/posts/<slug>/`. */
  slug: string;
  title: string;
  /** A day. */
  date: string;
  tags: string[];
  /** CommonMark with tables, which means the same to Octavo and Hugo. */
  text: string;
}

/** Words of prose in an article; code, list and table come to some 280 more. */
const PROSE = 600;
const PARAGRAPH = 75;
const BLOCKS = 4;

/**
 * Returns so many articles, the same each time: some 900 words with four different blocks of
 * code, a list, a table, links to other articles and elsewhere, and two or three tags of thirty,
 * over ten years. No two blocks are alike.
 */
export function articles(count: number, seed = 1): Article[] {
  return Array.from({ length: count }, (_, index) => article(index, count, seed));
}

function article(index: number, count: number, seed: number): Article {
  const random = randomFrom(seed * 1_000_003 + index);
  const day = Date.UTC(2015, 0, 1) + Math.floor((index * 3650) / count) * 86_400_000;
  const others = [slugOf(Math.floor(random() * count)), slugOf(Math.floor(random() * count))];
  return {
    slug: slugOf(index),
    title: `${capitalized(sentence(random, 4))} ${index + 1}`,
    date: new Date(day).toISOString().slice(0, 10),
    tags: [...new Set([tag(random), tag(random), tag(random)])],
    text: text(random, index, others),
  };
}

function slugOf(index: number): string {
  return `post-${index + 1}`;
}

function text(random: Random, index: number, others: readonly string[]): string {
  const extras = [
    list(random, others[0]!),
    table(random),
    `See [${sentence(random, 3)}](https://example.org/${sentence(random, 1)}/), and then ` +
      `[${sentence(random, 2)}](/posts/${others[1]!}/) in \`${sentence(random, 1)}\`.`,
    `> ${capitalized(sentence(random, 12))}.`,
  ];
  const first = Math.floor(random() * 10);
  const parts = Array.from({ length: BLOCKS }, (_, part) => [
    ...(part === 0 ? [] : [`## ${capitalized(sentence(random, 3))}`]),
    ...proseOf(random, part),
    extras[part]!,
    codeSample(random, { language: first + part, id: index * BLOCKS + part + 1 }),
  ]);
  return parts.flat().join('\n\n');
}

/** The paragraphs of a part, with one word of each in bold, set off or as code. */
function proseOf(random: Random, part: number): string[] {
  const all = PROSE / PARAGRAPH;
  const [from, to] = [(part * all) / BLOCKS, ((part + 1) * all) / BLOCKS].map(Math.round);
  return Array.from({ length: to! - from! }, () =>
    paragraph(random, PARAGRAPH).replace(/ (\w+) (?=\w)/, pick(random, MARKS)),
  );
}

const MARKS = [' **$1** ', ' *$1* ', ' `$1` '];

function list(random: Random, other: string): string {
  return [
    `- ${sentence(random, 8)}`,
    `- [${sentence(random, 2)}](/posts/${other}/), ${sentence(random, 5)}`,
    `- ${sentence(random, 9)}`,
  ].join('\n');
}

function table(random: Random): string {
  const row = () =>
    `| ${sentence(random, 1)} | ${sentence(random, 3)} | ${pick(random, NUMBERS)} |`;
  return [row(), '| --- | --- | ---: |', row(), row(), row()].join('\n');
}

const NUMBERS = Array.from({ length: 500 }, (_, number) => number + 1);
