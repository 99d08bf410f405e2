import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { cardMaker } from '../../src/cards/social-card.ts';
import { png } from '../../../../tests/pictures.ts';
import { write } from '../helpers.ts';

const repository = fileURLToPath(new URL('../../../..', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'octavo-cards-'));
const folders = { root, engine: join(root, 'engine/src/') };
const kept = join(root, '.cache/octavo/cards');
const text = { title: 'Analyzing Go Binary Sizes', site: 'Octavo', date: 'January 6, 2024' };
const ofSite = { title: 'Octavo', site: 'octavo.example' };
const KIB = 1024;
const FONT = 'engine/node_modules/@fontsource-variable/noto-sans-thai';

beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  for (const part of ['src/cards', 'src/styles', 'package.json'])
    cpSync(join(repository, 'packages/octavo', part), join(root, 'engine', part), {
      recursive: true,
    });
  cpSync(join(repository, 'package.json'), join(root, 'package.json'));
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a card', () => {
  test.each([
    'A',
    text.title,
    'A title of one hundred and twenty characters, which goes on and on until there is hardly any space left for the last word',
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    'x'.repeat(120),
    '日本語の長い題名を試すための文章です。'.repeat(6),
    'مرحبا بالعالم: كيف تعمل الحاويات؟',
    'Ship it 🚀 👩‍💻 🇩🇪 → ✓ 1️⃣ ✨',
    '</script><b>"quoted" & more',
  ])('of “%s” is a PNG of 1200 by 630 pixels below 60 KB, with something on it', async (title) => {
    const png = await cardMaker(folders, 'en', ofSite)({ ...text, title });
    const { format, width, height } = await sharp(png).metadata();
    expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 });
    expect(png.byteLength).toBeLessThan(60 * KIB);
    const { channels } = await sharp(png).stats();
    expect(channels[0]!.stdev).toBeGreaterThan(5);
  });

  test.each(['x'.repeat(120), 'الحاويات'.repeat(6), 'Word '.repeat(24)])(
    'has the words of its title inside its margins: %s',
    async (title) => {
      const { left, width } = await titleBox(title);
      expect(left).toBeGreaterThanOrEqual(65);
      expect(left + width).toBeLessThanOrEqual(1132);
    },
  );

  test.each([
    ['A', 150],
    // Of a line in a smaller size, the space at its end is outside.
    [text.title, 240],
    ['Service Mesh Proxy Classes', 240],
    ['Everything that I wish I had known about timeouts, retries and our first outage', 230],
  ])('has the title “%s” in %d of 312 pixels of height at least', async (title, least) => {
    const { height } = await titleBox(title);
    expect(height).toBeGreaterThanOrEqual(least);
    expect(height).toBeLessThanOrEqual(312);
  });

  test('has the colors of the theme, which its owner may change', async () => {
    const theme = ':root { --paper: light-dark(#0000ff, red); --accent: #00ff00 }';
    write(root, { 'src/styles/theme.css': theme });
    const card = await cardMaker(folders, 'en', ofSite)(text);
    expect(await colorAt(card, 0, 0)).toEqual([0, 255, 0]);
    expect(await colorAt(card, 0, 20)).toEqual([0, 0, 255]);
  });

  test('has the icon of the site, the portrait of the author and the cover of the post', async () => {
    mkdirSync(join(root, 'public'));
    for (const [path, width, height] of [
      ['public/icon-512.png', 512, 512],
      ['portrait.png', 300, 400],
      ['cover.png', 1600, 900],
    ] as const)
      writeFileSync(join(root, path), await png(width, height));
    const card = { ...text, portrait: 'portrait.png', cover: 'cover.png' };
    const drawn = await cardMaker(folders, 'en', ofSite)(card);
    const red = await colorAt(await png(9, 9), 0, 0);
    for (const [x, y] of [
      [102, 96],
      [110, 544],
      [1199, 0],
      [721, 629],
    ] as const)
      expect(await colorAt(drawn, x, y), `${x}:${y}`).toEqual(red);
  });

  test('has no picture that is missing or damaged', async () => {
    write(root, { 'damaged.png': 'no picture' });
    const maker = cardMaker(folders, 'en', ofSite);
    const drawn = await maker({ ...text, portrait: 'damaged.png', cover: 'missing.png' });
    expect(drawn).toEqual(await maker(text));
  });

  test.each([
    ['a title', { title: 'ไทย', tags: ['Go'] }, ofSite],
    ['a tag', { title: 'Go', tags: ['Go', 'ไทย'] }, { title: 'Go', site: text.site }],
    ['an author', { title: 'Go', by: 'ไทย' }, { title: 'Go', site: text.site }],
  ])('is another where no font has %s', async (_, card, expected) => {
    const maker = cardMaker(folders, 'en', ofSite);
    expect(await maker({ ...text, ...card })).toEqual(await maker(expected));
  });

  test('of a site whose name no font has shows its host', async () => {
    const site = { title: 'ไทย', site: 'octavo.example' };
    const host = await cardMaker(folders, 'en', ofSite)({ ...site, title: site.site });
    expect(await cardMaker(folders, 'en', site)(site)).toEqual(host);
  });

  test('has the same bytes whatever was drawn before it', async () => {
    const alone = await cardMaker(folders, 'en', ofSite)(text);
    rmSync(kept, { recursive: true });
    const maker = cardMaker(folders, 'en', ofSite);
    for (const title of ['日本語', 'Ελλάδα Tiếng Việt', '🚀']) await maker({ ...text, title });
    expect(await maker(text)).toEqual(alone);
  });
});

describe('a second build', () => {
  test('draws no card that shows the same', async () => {
    await cardMaker(folders, 'en', ofSite)(text);
    const [file = ''] = readdirSync(kept);
    const other = await png(9, 9);
    writeFileSync(join(kept, file), other);
    expect(await cardMaker(folders, 'en', ofSite)(text)).toEqual(other);
  });

  test.each([
    ['empty', () => Buffer.alloc(0)],
    ['cut off', (card: Buffer) => card.subarray(0, card.length / 2)],
    ['of zeros', (card: Buffer) => Buffer.alloc(card.length)],
    ['damaged', (card: Buffer) => Buffer.concat([card.subarray(0, -30), Buffer.alloc(30)])],
  ])('draws a card again whose file is %s', async (_, damaged) => {
    const card = await cardMaker(folders, 'en', ofSite)(text);
    const [file = ''] = readdirSync(kept);
    writeFileSync(join(kept, file), damaged(card));
    expect(await cardMaker(folders, 'en', ofSite)(text)).toEqual(card);
    expect(readFileSync(join(kept, file))).toEqual(card);
  });

  test.each([
    ['title', { ...text, title: 'Another' }],
    ['date', { ...text, date: 'January 7, 2024' }],
    ['name of the site', { ...text, site: 'Quarto' }],
    ['tag', { ...text, tags: ['Go'] }],
  ])('draws a card whose %s is another', async (_, changed) => {
    await cardMaker(folders, 'en', ofSite)(text);
    await cardMaker(folders, 'en', ofSite)(changed);
    expect(readdirSync(kept)).toHaveLength(2);
  });

  test.each([
    ['theme', { 'src/styles/theme.css': ':root { --ink: blue }' }],
    ['drawing', { 'engine/src/cards/layout.ts': '' }],
    ['version of a package', { 'engine/package.json': '{ "dependencies": {} }' }],
    ['icon', { 'public/icon-512.png': 'another' }],
    ['fonts', { [`${FONT}/package.json`]: '{}', [`${FONT}/unicode.json`]: '{}' }],
  ])('draws all where the %s changed', async (_, files) => {
    await cardMaker(folders, 'en', ofSite)(text);
    write(root, files);
    await cardMaker(folders, 'en', ofSite)(text);
    expect(readdirSync(kept)).toHaveLength(2);
  });

  test('forgets a card that nothing has asked for in a month, and no other', async () => {
    mkdirSync(kept, { recursive: true });
    for (const [name, days] of [
      ['old.png', 31],
      ['young.png', 29],
    ] as const) {
      const time = Date.now() / 1000 - days * 24 * 60 * 60;
      writeFileSync(join(kept, name), '');
      utimesSync(join(kept, name), time, time);
    }
    cardMaker(folders, 'en', ofSite);
    expect(readdirSync(kept)).toEqual(['young.png']);
  });
});

/** Returns the red, green and blue of a pixel. */
async function colorAt(picture: Buffer, left: number, top: number): Promise<number[]> {
  const pixel = await sharp(picture).extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
  return [...pixel.subarray(0, 3)];
}

/** Returns the box of the letters of a title on its card. */
async function titleBox(title: string) {
  const card = await cardMaker(folders, 'en', ofSite)({ ...text, title });
  const part = { left: 0, top: 130, width: 1200, height: 370 };
  const { info } = await sharp(await sharp(card).extract(part).toBuffer())
    .trim({ threshold: 40 })
    .toBuffer({ resolveWithObject: true });
  return { left: -(info.trimOffsetLeft ?? 0), width: info.width, height: info.height };
}
