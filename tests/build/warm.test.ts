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
 * Changes that hardly have a page in common, so that none hides that another was missed, and that
 * need no bundle. tests/all/warm.test.ts has all of them one by one.
 */
const OF_CONTENT: (keyof typeof CHANGES)[] = [
  'a tag',
  'a link to another post',
  'a part of a series',
  'a post that becomes a draft',
  'a new post',
  'a page',
  'a note',
  'a new note',
  'a picture',
  'a new dark twin of a picture',
  'a cover',
  'a picture of the public folder',
  'a file of the last site',
];

/** Changes of what Vite bundles: MDX links to the post. */
const OF_CODE: (keyof typeof CHANGES)[] = [
  'the address of a post that others link to',
  'a quoted file and an included one',
  'a Markdown plugin',
];

/** Builds the site, and returns what the build made and reused. */
async function made(): Promise<string> {
  const { status, stdout, stderr } = await site.octavo('build', '--profile');
  if (status !== 0) throw new Error(stderr);
  return stdout.match(/not possible.*|reused$|(?:texts|files): .*/gm)!.join('; ');
}

/** Makes changes, and returns the files that differ from those of a cold build in a folder of that name. */
async function change(names: (keyof typeof CHANGES)[], folder: string) {
  for (const name of names) await CHANGES[name](site);
  const note = await made();
  return { note, wrong: different(site.snapshot(), await coldTwin(site, folder)) };
}

describe('a warm build', () => {
  test('makes the same as before when nothing has changed: the 22 pages without a key', async () => {
    const before = site.snapshot();
    const article = join(site.folder, 'dist/posts/shown/index.html');
    const { ino } = statSync(article);
    // The times of a fresh checkout.
    for (const picture of ['public/public.png', 'src/content/posts/shown/red.png'])
      utimesSync(join(site.folder, picture), new Date(), new Date());
    expect(await made()).toBe('reused; texts: made 0, reused 74; files: made 22, reused 248');
    expect(different(site.snapshot(), before)).toEqual([]);
    expect(statSync(article).ino).toBe(ino);
  });

  test('renders one text for one edit, and makes its pages without Vite', async () => {
    await CHANGES['a body'](site);
    const { ino } = statSync(join(site.folder, 'dist/public.png'));
    expect(await made()).toBe('reused; texts: made 1, reused 73; files: made 26, reused 244');
    // Files of public/ are not copied again.
    expect(statSync(join(site.folder, 'dist/public.png')).ino).toBe(ino);
  });

  test('makes what a cold build makes after changes of content, without Vite', async () => {
    const { note, wrong } = await change(OF_CONTENT, 'cold');
    expect(wrong).toEqual([]);
    expect(note).toMatch(/^reused; texts: made [1-9]/);
  });

  test('makes what a cold build makes after changes of code', async () => {
    const { note, wrong } = await change(OF_CODE, 'cold-code');
    expect(wrong).toEqual([]);
    expect(note).toMatch(/^not possible: code, /);
  });

  test('shows what has changed', () => {
    expect(site.read('/posts/four/')).toMatch(/second[^]*Second/);
    const article = site.read('/posts/zwei/');
    expect(article).toContain('<p class="second">');
    for (const path of ['/posts/one/', '/posts/three/'])
      expect(site.read(path)).toContain('href="/posts/zwei/"');
  });
});
