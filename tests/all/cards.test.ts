import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { png } from '../pictures.ts';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';
import { bareBlog } from '../sites/bare.ts';

const site = new TestSite('cards', {
  settings: { url: 'https://example.com/blog/' },
  files: {
    'posts/plain.md': post({ title: 'Plain' }),
    'posts/größe.md': post({ title: 'Größe' }),
    'posts/hidden.md': post({ unlisted: true }),
    'posts/emoji.md': post({ title: '🟩🟩 🟩🟩' }),
    'posts/draft.md': post({ draft: true }),
    'posts/thai.md': post({ title: 'ภาษาไทย' }),
    'posts/covered/index.md': post({ cover: { image: './cover.png', alt: 'Red' } }),
    'posts/covered/cover.png': await png(1600, 900),
    'pages/about.md': '---\ntitle: About\n---\n\nText.\n',
  },
});
const kept = join(site.folder, '.cache/octavo/cards');
let stderr: string;

/** Returns the mean red, green and blue of the columns of a card between title and tags. */
async function colorsOf(path: string, { left = 72, width = 600 } = {}): Promise<number[]> {
  const part = { left, top: 260, width, height: 120 };
  return colors(
    await sharp(join(site.folder, 'dist', path))
      .extract(part)
      .toBuffer(),
  );
}

async function colors(picture: Buffer): Promise<number[]> {
  const { channels } = await sharp(picture).stats();
  return channels.slice(0, 3).map(({ mean }) => Math.round(mean));
}

beforeAll(async () => {
  ({ stderr } = await site.build());
});

describe('social cards', () => {
  test('are made for the index, and for each page and post that is no draft', () => {
    expect(site.files('**/card.png')).toEqual([
      '/about/card.png',
      '/card.png',
      '/posts/covered/card.png',
      '/posts/emoji/card.png',
      '/posts/größe/card.png',
      '/posts/hidden/card.png',
      '/posts/plain/card.png',
      '/posts/thai/card.png',
    ]);
  });

  test('are PNG files of 1200 by 630 pixels', async () => {
    for (const path of site.files('**/card.png')) {
      const { format, width, height } = await sharp(join(site.folder, 'dist', path)).metadata();
      expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 });
    }
  });

  test('have the cover of a post at the side, and emoji in color', async () => {
    const cover = await colorsOf('/posts/covered/card.png', { left: 720, width: 480 });
    expect(cover).toEqual(await colors(await png(1600, 900)));
    const [red = 0, green = 0, blue = 0] = await colorsOf('/posts/emoji/card.png');
    expect(green - Math.max(red, blue)).toBeGreaterThan(20);
  });

  test('are that of the site where no font has the title', () => {
    const bytes = (path: string) => readFileSync(join(site.folder, 'dist', path));
    expect(bytes('/posts/thai/card.png')).toEqual(bytes('/card.png'));
  });

  test('say which letters of a title they have no font for', () => {
    expect(stderr).toBe(
      'src/content/posts/thai.md:2:1  warning: title: the social card has no font for ภ า ษ ไ ท ย; npm install @fontsource-variable/noto-sans-thai\n',
    );
  });

  test('are reused by a second build', async () => {
    const other = await png(9, 9);
    for (const name of readdirSync(kept)) writeFileSync(join(kept, name), other);
    // With a site from before, not even these are read.
    rmSync(join(site.folder, 'dist'), { recursive: true });
    await site.mustBuild();
    for (const path of site.files('**/card.png'))
      expect(readFileSync(join(site.folder, 'dist', path)), path).toEqual(other);
    rmSync(kept, { recursive: true });
  });

  test('are one for the whole site where the settings want no more', async () => {
    const plain = await bareBlog();
    expect(plain.files('**/card.png')).toEqual(['/card.png']);
    const pictures = plain
      .files('**/*.html')
      .flatMap((path) => [...plain.read(path).matchAll(/[^"]*\/card\.png/g)].map(([url]) => url));
    expect(new Set(pictures)).toEqual(new Set(['https://example.com/card.png']));
    expect(plain.read('/writing/2024/plain/')).toContain('"image":"https://example.com/card.png"');
    expect(plain.read('/writing/2024/covered/')).not.toContain('card.png');
  });
});
