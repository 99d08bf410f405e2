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
const text = { title: 'Analyzing Go Binary Sizes', site: 'Octavo', detail: 'January 6, 2024' };
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
    const png = await cardMaker(folders, 'en')({ ...text, title });
    const { format, width, height } = await sharp(png).metadata();
    expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 });
    expect(png.byteLength).toBeLessThan(60 * KIB);
    const { channels } = await sharp(png).stats();
    expect(channels[0]!.stdev).toBeGreaterThan(5);
  });

  test('has the words of its title inside its margins', async () => {
    const png = await cardMaker(folders, 'en')({ ...text, title: 'x'.repeat(120) });
    const margin = { left: 1125, top: 0, width: 75, height: 630 };
    const { channels } = await sharp(await sharp(png).extract(margin).png().toBuffer()).stats();
    expect(channels[0]!.stdev).toBe(0);
  });

  test('has the paper of the theme, which its owner may change', async () => {
    mkdirSync(join(root, 'src/styles'), { recursive: true });
    writeFileSync(
      join(root, 'src/styles/theme.css'),
      ':root { --paper: light-dark(#0000ff, red) }',
    );
    const png = await cardMaker(folders, 'en')(text);
    const corner = await sharp(png)
      .extract({ left: 0, top: 0, width: 1, height: 1 })
      .raw()
      .toBuffer();
    expect([...corner.subarray(0, 3)]).toEqual([0, 0, 255]);
  });

  test('has the same bytes whatever was drawn before it', async () => {
    const alone = await cardMaker(folders, 'en')(text);
    rmSync(kept, { recursive: true });
    const maker = cardMaker(folders, 'en');
    for (const title of ['日本語', 'Ελλάδα Tiếng Việt', '🚀']) await maker({ ...text, title });
    expect(await maker(text)).toEqual(alone);
  });
});

describe('a second build', () => {
  test('draws no card that shows the same', async () => {
    await cardMaker(folders, 'en')(text);
    const [file = ''] = readdirSync(kept);
    const other = await png(9, 9);
    writeFileSync(join(kept, file), other);
    expect(await cardMaker(folders, 'en')(text)).toEqual(other);
  });

  test.each([
    ['empty', () => Buffer.alloc(0)],
    ['cut off', (card: Buffer) => card.subarray(0, card.length / 2)],
    ['of zeros', (card: Buffer) => Buffer.alloc(card.length)],
    ['damaged', (card: Buffer) => Buffer.concat([card.subarray(0, -30), Buffer.alloc(30)])],
  ])('draws a card again whose file is %s', async (_, damaged) => {
    const card = await cardMaker(folders, 'en')(text);
    const [file = ''] = readdirSync(kept);
    writeFileSync(join(kept, file), damaged(card));
    expect(await cardMaker(folders, 'en')(text)).toEqual(card);
    expect(readFileSync(join(kept, file))).toEqual(card);
  });

  test.each([
    ['title', { ...text, title: 'Another' }],
    ['date', { ...text, detail: 'January 7, 2024' }],
    ['name of the site', { ...text, site: 'Quarto' }],
  ])('draws a card whose %s is another', async (_, changed) => {
    await cardMaker(folders, 'en')(text);
    await cardMaker(folders, 'en')(changed);
    expect(readdirSync(kept)).toHaveLength(2);
  });

  test.each([
    ['theme', { 'src/styles/theme.css': ':root { --ink: blue }' }],
    ['drawing', { 'engine/src/cards/layout.ts': '' }],
    ['version of a package', { 'engine/package.json': '{ "dependencies": {} }' }],
    ['fonts', { [`${FONT}/package.json`]: '{}', [`${FONT}/unicode.json`]: '{}' }],
  ])('draws all where the %s changed', async (_, files) => {
    await cardMaker(folders, 'en')(text);
    write(root, files);
    await cardMaker(folders, 'en')(text);
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
    cardMaker(folders, 'en');
    expect(readdirSync(kept)).toEqual(['young.png']);
  });
});
