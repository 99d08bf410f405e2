// Draws the pictures of the example content and the icons made from public/favicon.svg:
//
//   src/content/posts/pictures-in-a-bundle/cover.png, layers.png, formats.png, formats.dark.png,
//     tones.wav
//   src/content/authors/octavo.png
//   public/favicon.ico, public/apple-touch-icon.png, public/icon-512.png
//   docs/src/content/pages/guides/cards.png, a sheet of social cards
//
// Run it after a change to a drawing, the favicon or the social cards:
//
//   npm run pictures
//
// The drawings other than the cards have no text, so that they do not depend on installed fonts.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { cardSheet } from './card-sheet.ts';
import {
  fold,
  INK,
  line,
  LINES,
  outline,
  PAPER,
  rect,
  RED,
  SHEET,
  svg,
  upsideDown,
  type Point,
  type Size,
} from './shapes.ts';
import { tones } from './sound.ts';

/** The colors of a drawing for both themes. */
interface Palette {
  paper: string;
  sheet: string;
  ink: string;
  leaf: string;
}

const BY_DAY: Palette = { paper: PAPER, sheet: SHEET, ink: INK, leaf: RED };
const BY_NIGHT: Palette = { paper: '#22272d', sheet: '#313941', ink: '#c3ccd4', leaf: '#e0735c' };

const bundle = 'src/content/posts/pictures-in-a-bundle';
const mark = await readFile(inProject('public/favicon.svg'));

// The example content is there to be thrown away.
if (existsSync(inProject(bundle))) {
  await write(`${bundle}/cover.png`, await drawn(cover()));
  await write(`${bundle}/layers.png`, await drawn(layers()));
  await write(`${bundle}/formats.png`, await drawn(formats(BY_DAY)));
  await write(`${bundle}/formats.dark.png`, await drawn(formats(BY_NIGHT)));
  await write(`${bundle}/tones.wav`, tones([523, 659, 784], 0.25));
  const byNight = Buffer.from(mark.toString().replaceAll(INK, PAPER));
  await write('src/content/authors/octavo.png', await icon(512, 320, INK, byNight));
}
await write('public/favicon.ico', ico([await icon(16, 16), await icon(32, 32)], [16, 32]));
await write('public/apple-touch-icon.png', await icon(180, 128));
// Within the circle that a phone may cut out of it (W3C, Web Application Manifest, safe zone).
await write('public/icon-512.png', await icon(512, 288));
await write(
  'docs/src/content/pages/guides/cards.png',
  await cardSheet(inProject('public/icon-512.png')),
);

/** One side of a sheet in octavo, and the booklet that it is folded into. */
function cover(): string {
  const page = { width: 230, height: 310 };
  const sheet = { x: 130, y: 140 };
  const booklet = { x: 1186, y: sheet.y + page.height };
  return svg({ width: 1600, height: 900 }, [
    ...imposition(sheet, page),
    outline(sheet, { width: 4 * page.width, height: 2 * page.height }),
    ...folds(sheet, page),
    ...leaves(booklet, page),
    titlePage(booklet, page),
  ]);
}

/**
 * The pages of the outer side, the heads of both rows together: above 5, 12, 9 and 8, upside
 * down; below 4, 13, 16 and 1. Page 1 is the title page, page 16 ends early.
 */
function imposition(sheet: Point, page: Size): string[] {
  const rows = [
    [5, 12, 9, 8],
    [4, 13, 16, 1],
  ];
  return rows.flatMap((numbers, row) =>
    numbers.map((number, column) => {
      const corner = { x: sheet.x + column * page.width, y: sheet.y + row * page.height };
      if (number === 1) return titlePage(corner, page);
      const drawing = textPage(corner, page, number);
      return row === 0 ? upsideDown(drawing, corner, page) : drawing;
    }),
  );
}

/** A page of text: a bar for each line, indented where a paragraph begins, short where it ends. */
function textPage(corner: Point, page: Size, number: number): string {
  const left = corner.x + 36;
  const measure = page.width - 72;
  const count = number === 16 ? 4 : 11;
  const bars = Array.from({ length: count }, (_, index) => {
    const place = (index + number) % 5; // in a paragraph of five lines
    const indent = place === 0 ? 18 : 0;
    const short = place === 4 ? 30 + ((number * 13 + index * 7) % 80) : 0;
    const at = { x: left + indent, y: corner.y + 44 + index * 20 };
    return rect(at, { width: measure - indent - short, height: 7 }, LINES);
  });
  const folio = { x: corner.x + page.width / 2 - 6, y: corner.y + page.height - 32 };
  return [rect(corner, page, SHEET), ...bars, rect(folio, { width: 12, height: 7 }, LINES)].join(
    '',
  );
}

/** The first page: the mark of the favicon, in the color of paper on red. */
function titlePage(corner: Point, page: Size): string {
  const unit = 8;
  const at = {
    x: corner.x + page.width / 2 - 5 * unit,
    y: corner.y + page.height * 0.45 - 7 * unit,
  };
  const bars: [number, number, number, number][] = [
    [0, 0, 10, 6],
    [0, 8, 4, 6],
    [6, 8, 4, 2],
    [6, 12, 4, 2],
  ];
  const shapes = bars.map(([x, y, width, height]) =>
    rect(
      { x: at.x + x * unit, y: at.y + y * unit },
      { width: width * unit, height: height * unit },
      SHEET,
    ),
  );
  return rect(corner, page, RED) + shapes.join('');
}

/** The lines along which the sheet is folded, the first one solid. */
function folds(sheet: Point, page: Size): string[] {
  const right = sheet.x + 4 * page.width;
  const bottom = sheet.y + 2 * page.height;
  const beyond = 26;
  const upright = (column: number, dashes: string): string => {
    const x = sheet.x + column * page.width;
    return fold(
      [
        { x, y: sheet.y - beyond },
        { x, y: bottom + beyond },
      ],
      dashes,
    );
  };
  const y = sheet.y + page.height;
  return [
    upright(2, 'none'),
    fold(
      [
        { x: sheet.x - beyond, y },
        { x: right + beyond, y },
      ],
      '14 10',
    ),
    upright(1, '3 9'),
    upright(3, '3 9'),
  ];
}

/** The seven leaves behind the first one. */
function leaves(corner: Point, page: Size): string[] {
  return Array.from({ length: 7 }, (_, index) => {
    const offset = (7 - index) * 7;
    const at = { x: corner.x + offset, y: corner.y - offset };
    return rect(at, page, SHEET) + outline(at, page);
  });
}

/**
 * A stream that rises through three layers and descends through them again. What is nearer is
 * drawn later: each plate covers the part of the stream that runs behind it.
 */
function layers(): string {
  const [from, middle, to] = [450, 600, 750];
  const [ground, low, medium, high] = [630, 490, 336, 182];
  const between = (start: number, end: number): string =>
    [from, to]
      .map((x) =>
        stream([
          { x, y: start },
          { x, y: end },
        ]),
      )
      .join('');
  const layer = (y: number, top: string, side: string): string =>
    plate({ x: middle, y }, top, side) + [from, to].map((x) => hole({ x, y }, side)).join('');
  return svg({ width: 1200, height: 700 }, [
    stream([
      { x: 96, y: ground },
      { x: from, y: ground },
      { x: from, y: low },
    ]),
    stream([
      { x: to, y: low },
      { x: to, y: ground },
      { x: 1080, y: ground },
    ]),
    `<circle cx="96" cy="${ground}" r="15" fill="${INK}"/>`,
    `<path d="M1074 ${ground - 20}l36 20l-36 20z" fill="${RED}"/>`,
    layer(low, INK, '#131c25'),
    between(low, medium),
    layer(medium, '#5f7d8c', '#435c69'),
    between(medium, high),
    layer(high, SHEET, '#d5ccb9'),
    stream([
      { x: from, y: high },
      { x: to, y: high },
    ]),
  ]);
}

/** A plate seen from above at an angle, around the middle of its upper side. */
function plate({ x, y }: Point, top: string, side: string): string {
  const [wide, deep, thick] = [330, 112, 22];
  const rim = `M${x - wide} ${y}v${thick}L${x} ${y + deep + thick}L${x + wide} ${y + thick}v${-thick}z`;
  const face = `M${x - wide} ${y}L${x} ${y - deep}L${x + wide} ${y}L${x} ${y + deep}z`;
  return `<path d="${rim}" fill="${side}"/><path d="${face}" fill="${top}"/>`;
}

/** The hole of the stream in a plate. */
function hole({ x, y }: Point, color: string): string {
  return `<ellipse cx="${x}" cy="${y}" rx="26" ry="10" fill="${color}"/>`;
}

function stream(points: Point[]): string {
  return line(
    points,
    `stroke="${RED}" stroke-width="12" stroke-linecap="round" stroke-linejoin="round"`,
  );
}

/** One sheet, folded once, twice and three times, with the size of a leaf filled. */
function formats({ paper, sheet, ink, leaf }: Palette): string {
  const size = { width: 336, height: 256 };
  const top = 92;
  const grids = [
    { columns: 2, rows: 1 },
    { columns: 2, rows: 2 },
    { columns: 4, rows: 2 },
  ];
  const shapes = grids.flatMap(({ columns, rows }, index) => {
    const corner = { x: 48 + index * (size.width + 48), y: top };
    const [width, height] = [size.width / columns, size.height / rows];
    const upright = Array.from({ length: columns - 1 }, (_, column) => {
      const x = corner.x + (column + 1) * width;
      return [
        { x, y: top },
        { x, y: top + size.height },
      ];
    });
    const level = Array.from({ length: rows - 1 }, (_, row) => {
      const y = top + (row + 1) * height;
      return [
        { x: corner.x, y },
        { x: corner.x + size.width, y },
      ];
    });
    return [
      rect(corner, size, sheet),
      rect({ x: corner.x, y: top + size.height - height }, { width, height }, leaf),
      ...[...upright, ...level].map((points) => fold(points, '14 10', ink)),
      outline(corner, size, ink),
    ];
  });
  return svg({ width: 1200, height: 440 }, shapes, paper);
}

/** Returns a PNG of the drawing with an optimal palette. */
function drawn(drawing: string): Promise<Buffer> {
  return sharp(Buffer.from(drawing))
    .png({ palette: true, colours: 64, dither: 0, effort: 10 })
    .toBuffer();
}

/** A square PNG of the mark on an opaque ground, so that it shows on any color of tab or screen. */
async function icon(
  pixels: number,
  markPixels: number,
  background = PAPER,
  drawing = mark,
): Promise<Buffer> {
  const size = 16; // the viewBox of the favicon
  const density = (72 * markPixels) / size;
  const ground = { width: pixels, height: pixels, channels: 3, background } as const;
  return sharp({ create: ground })
    .composite([{ input: drawing, density }])
    .ensureAlpha() // what Windows expects in an ICO
    .png()
    .toBuffer();
}

/** An ICO file that holds the PNGs, each as wide and high as its size in pixels, at most 255. */
function ico(images: Buffer[], sizes: number[]): Buffer {
  const header = Buffer.from([0, 0, 1, 0, images.length, 0]);
  let offset = header.length + 16 * images.length;
  const entries = images.map((image, index) => {
    const entry = Buffer.alloc(16);
    entry.writeUInt8(sizes[index] ?? 0, 0);
    entry.writeUInt8(sizes[index] ?? 0, 1);
    entry.writeUInt16LE(1, 4); // color planes
    entry.writeUInt16LE(32, 6); // bits a pixel
    entry.writeUInt32LE(image.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += image.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...images]);
}

async function write(path: string, content: Buffer): Promise<void> {
  await writeFile(inProject(path), content);
  console.log(`${path}  ${content.length} bytes`);
}

function inProject(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
