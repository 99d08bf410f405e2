// Prints how long `npm run dev` takes to show a saved change of one post of 1,000 in a browser:
//
//   npm run bench:dev [number of posts]
import { setTimeout as wait } from 'node:timers/promises';
import { launchBrowser } from '../../scripts/browser.ts';
import { DevServer } from '../dev-server.ts';
import { TestSite } from '../site.ts';
import { generatedPosts } from './posts.ts';

const CHANGES = 6;
const count = Number(process.argv[2] ?? 1000);

const site = new TestSite('bench-dev', { files: generatedPosts(count) });
const server = await DevServer.start(site, 'dev', process.env);
const browser = await launchBrowser();
try {
  const page = await browser.newPage();
  for (const [kind, path, shown] of [
    ['the page of the post', 'posts/post-1/', 'main'],
    ['the index, by its summary', '', 'article:first-of-type'],
  ] as const) {
    await page.goto(server.url(path), { timeout: 120_000 });
    await wait(2000);
    const changed = path === '' ? count : 1;
    const times: number[] = [];
    for (let change = 0; change < CHANGES; change++)
      times.push(await shownAfter(changed, shown, change));
    times.sort((a, b) => a - b);
    const [fastest, median, slowest] = [times[0]!, times[CHANGES / 2]!, times.at(-1)!];
    console.log(
      `${count} posts, a change of one, on ${kind}: ${median} ms (${fastest} to ${slowest})`,
    );
  }

  async function shownAfter(post: number, where: string, change: number): Promise<number> {
    const text = `Changed${post}times${change}`;
    const start = performance.now();
    site.edit(`content/posts/post-${post}.md`, /\n---\n\n(?:Changed\S+ )?/, `\n---\n\n${text} `);
    await page.locator(where, { hasText: text }).first().waitFor({ timeout: 60_000 });
    const milliseconds = Math.round(performance.now() - start);
    await wait(1000);
    return milliseconds;
  }
} finally {
  await browser.close();
  await server.stop();
}
