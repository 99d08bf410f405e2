// Prints what `octavo check` costs: each post has 900 words, four blocks of code, a picture, a footnote,
// links to headings of another post and an alias, the same in every run.
//
//   npm run bench:check [number of posts]
import { png } from '../pictures.ts';
import { post, words } from '../posts.ts';
import { TestSite } from '../site.ts';
import { measuredRun } from './builds/measured-run.ts';
import { median } from './median.ts';

const RUNS = 5;
const POSTS = Number(process.argv[2] ?? 1000);

const picture = await png(600, 400, '#345678');
const files = Array.from({ length: POSTS }, (_, index) => [
  [`posts/post-${index}/index.md`, text(index)],
  [`posts/post-${index}/a.png`, picture],
]);
const site = new TestSite('bench-check', { files: Object.fromEntries(files.flat()) });
await site.permalinks();

for (const [name, prepare] of [
  ['all posts, without a cache', () => site.removeCaches()],
  ['all posts, unchanged', () => undefined],
  ['all posts, one edited', () => site.edit('content/posts/post-1/index.md', /$/, ' More.')],
] as const) {
  const costs = [];
  for (let run = 0; run < RUNS; run++) {
    prepare();
    const args = [site.bin, 'check'];
    costs.push(await measuredRun({ program: process.execPath, args, folder: site.folder }));
  }
  const time = median(costs.map((cost) => cost.time)).toFixed(2);
  const processor = median(costs.map((cost) => cost.processor ?? NaN)).toFixed(2);
  console.log(`${POSTS} posts, ${name}: ${time} s (processor: ${processor} s)`);
}

function text(index: number): string {
  const part = (number: number) => `## Part ${number}

${words(110, index * number)}

- ${words(55)}
- [Another](../post-${(index * 7) % POSTS}/index.md#part-2), and ${words(55)}

\`\`\`ts title="src/part.ts" {2}
export function part${number}(items: readonly string[]): number {
  return items.length * ${index};
}
\`\`\`
`;
  const parts = [1, 2, 3, 4].map(part).join('\n');
  const rest =
    '![A picture](./a.png)\n\nA note[^1], [a tag](/tags/one/) and $5.\n\n[^1]: The note.';
  return post(
    { title: `Post ${index}`, tags: ['One', 'Two'], aliases: [`/old/${index}/`] },
    `${parts}\n${rest}`,
  );
}
