import { statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { different, type TestSite } from '../site.ts';
import { CHANGES, coldTwin, warmBlog } from '../sites/warm.ts';

let site: TestSite;

beforeAll(async () => {
  site = await warmBlog('warm');
});

/**
 * Changes that hardly have a page in common, so that none hides that another was missed.
 * tests/all/warm.test.ts has all of them, and those of code, one by one.
 */
const OF_CONTENT: (keyof typeof CHANGES)[] = [
  'the address of a post that others link to',
  'a tag',
  'a part of a series',
  'a post that becomes a draft',
  'a new post',
  'a page',
  'a picture',
  'a picture of the public folder',
  'a quoted file and an included one',
  'a file of the last site',
  'a Markdown plugin',
];

describe('a warm build', () => {
  test('makes the same as before when nothing has changed', async () => {
    const before = site.snapshot();
    const article = join(site.folder, 'dist/posts/shown/index.html');
    const { ino } = statSync(article);
    // The times of a fresh checkout.
    for (const picture of ['public/public.png', 'src/content/posts/shown/red.png'])
      utimesSync(join(site.folder, picture), new Date(), new Date());
    const { stdout } = await site.build('--profile');
    expect(stdout).toMatch(/^ +\d+ ms {2}content +texts: made 0, reused 73$/m);
    expect(stdout).toMatch(/^ +\d+ ms {2}pages +files: made \d\d?, reused \d{3}$/m);
    expect(different(site.snapshot(), before)).toEqual([]);
    expect(statSync(article).ino).toBe(ino);
  });

  test('makes what a cold build makes after changes', async () => {
    for (const name of OF_CONTENT) await CHANGES[name](site);
    const warm = (await site.mustBuild()).snapshot();
    expect(different(warm, await coldTwin(site))).toEqual([]);
  });

  test('shows what has changed', () => {
    expect(site.read('/posts/four/')).toMatch(/second[^]*Second/);
    const article = site.read('/posts/zwei/');
    expect(article).toContain('<p class="second">');
    for (const path of ['/posts/one/', '/posts/three/'])
      expect(site.read(path)).toContain('href="/posts/zwei/"');
  });
});
