// Prints the processor time of texts that repeat one part, and how it grows where they double: two
// for linear time, four for quadratic.
//
//   npm run bench:growth -- [names of texts]
import { tmpdir } from 'node:os';
import { renderChecked } from '../../packages/octavo/src/checks/check-text.ts';
import { portableHtml } from '../../packages/octavo/src/feeds/portable-html.ts';
import { NO_EXTENSIONS } from '../../packages/octavo/src/settings/context.ts';
import { parseSettings } from '../../packages/octavo/src/settings/settings.ts';
import { publishedSource } from '../../packages/octavo/src/twins/published-source.ts';
import { shapes } from './growth-shapes.ts';

const settings = parseSettings({
  ...{ title: 'Bench', description: 'Long texts.', url: 'https://example.com/', author: 'someone' },
});
const context = {
  ...{ root: `${tmpdir()}/`, settings, extensions: NO_EXTENSIONS },
  ...{ mode: 'build' as const, now: Date.now() },
};

await timesOf('A first text, for which modules are loaded: $a$.\n\n```js\n1\n```');
const chosen = process.argv.slice(2);
printRow('text', ['parts', 'check', 'page', 'feed', 'Markdown', 'growth']);
for (const [name, [count, text]] of Object.entries(shapes)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const half = await timesOf(text(count / 2));
  const whole = await timesOf(text(count));
  const growth = sum(whole) / Math.max(1, sum(half));
  printRow(name, [`${count}`, ...whole.map((time) => `${time.toFixed(0)} ms`), growth.toFixed(1)]);
}

function printRow(name: string, cells: readonly string[]): void {
  console.log(name.padEnd(32) + cells.map((cell) => cell.padStart(10)).join(''));
}

/** Returns the milliseconds of each stage. */
async function timesOf(body: string): Promise<number[]> {
  const source = { path: 'src/content/posts/a.md', format: 'md' as const, body, isDraft: false };
  const options = { context, siteIndex: {} };
  let html = '';
  const work: (() => unknown)[] = [
    () => renderChecked(source, { ...options, onlyChecked: true }),
    async () => ({ html } = await renderChecked(source, options)),
    () => portableHtml(html, 'https://example.com/posts/a/', { site: settings }),
    () => publishedSource(source, { text: () => undefined, address: (url) => url }),
  ];
  const times: number[] = [];
  for (const stage of work) {
    const start = process.cpuUsage();
    await stage();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  return times;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
