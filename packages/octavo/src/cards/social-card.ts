import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { RenderOptions, Renderer } from '@takumi-rs/core';
import { dependencyVersions, type Folders } from '../build/engine-digest.ts';
import { contentError } from '../markdown/pictures/file-error.ts';
import { themeColour } from '../styles/colors.ts';
import { installedFonts, fontsFor, type Fonts } from './fonts.ts';
import {
  BREAKS_BELOW,
  CARD,
  cardNode,
  TITLE,
  TITLE_SIZES,
  titleNode,
  type CardText,
} from './layout.ts';

/** Below the project's folder: a file for each card, named by a digest of all that it shows. */
const FOLDER = '.cache/octavo/cards';
/** In milliseconds: a card that no build used for 30 days is deleted. */
const UNUSED = 30 * 24 * 60 * 60 * 1000;

const COLORS = ['--paper', '--ink', '--ink-soft', '--accent', '--rule'];

/**
 * Returns a function that makes the social cards of the blog in the folder `root`: PNGs of 1200 by
 * 630 pixels, drawn or from the cache.
 */
export function cardMaker({ root, engine }: Folders, language: string) {
  const cache = join(root, FOLDER);
  deleteUnused(cache);
  const fonts = installedFonts([root, engine], language);
  const colors = lightColors([
    join(engine, 'styles/tokens.css'),
    join(root, 'src/styles/theme.css'),
  ]);
  const css = [colors, read(join(engine, 'cards/card.css'))];
  const sources = globSync('cards/*', { cwd: engine }).sort();
  const common = JSON.stringify([
    ...sources.map((file) => read(join(engine, file))),
    dependencyVersions(engine),
    fonts.manifests,
    colors,
    language,
  ]);
  return async ({ title, site, detail = '' }: CardText): Promise<Buffer<ArrayBuffer>> => {
    const key = JSON.stringify([common, title, site, detail]);
    const name = createHash('sha256').update(key).digest('base64url');
    const file = join(cache, `${name}.png`);
    const cached = existsSync(file) ? readFileSync(file) : undefined;
    // The file may be damaged, after a full disk for example.
    if (cached && contentError(cached, file) === undefined) {
      utimesSync(file, new Date(), new Date());
      return cached;
    }
    const png = await draw({ title, site, detail }, fonts, { css, lang: language });
    store(file, png);
    return png;
  };
}

/** Shared: it keeps the fonts that it has loaded. */
let renderer: Renderer | undefined;

async function draw(card: CardText, fonts: Fonts, look: Pick<RenderOptions, 'css' | 'lang'>) {
  const { Renderer } = await import('@takumi-rs/core');
  renderer ??= new Renderer();
  const { files } = fontsFor(Object.values(card).join(' '), fonts);
  const options = {
    ...look,
    fonts: files.map(({ family, path, ranges }) => ({
      ...{ key: path, name: family, unicodeRange: ranges },
      data: () => readFileSync(path),
    })),
  };
  const size = await titleSize(card.title, renderer, options);
  return renderer.render(cardNode(card, size), { ...CARD, ...options, format: 'png' });
}

/** Returns the largest size in which a title fits, with its words whole if that is not small. */
async function titleSize(title: string, on: Renderer, options: RenderOptions): Promise<number> {
  const whole = TITLE_SIZES.filter((size) => size >= BREAKS_BELOW);
  const nodes = [
    ...whole.map((size) => ({ size, node: titleNode(title, size, false) })),
    ...TITLE_SIZES.map((size) => ({ size, node: titleNode(title, size) })),
  ];
  for (const { size, node } of nodes) {
    const { height, runs } = await on.measure(node, { width: TITLE.width, ...options });
    const isWhole = runs.every(({ x, width }) => x + width <= TITLE.width + 1);
    if (height <= TITLE.height && isWhole) return size;
  }
  return TITLE_SIZES.at(-1)!;
}

/** Returns a style sheet with the colors of the theme in its light version; takumi knows no `light-dark()`. */
function lightColors(styleSheets: readonly string[]): string {
  const css = styleSheets.filter(existsSync).map(read).join('\n');
  const declarations = COLORS.map((token) => `${token}: ${themeColour(token, css).light};`);
  return `:root { ${declarations.join(' ')} }`;
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}

function store(file: string, png: Buffer): void {
  const unfinished = `${file}.${randomUUID()}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(unfinished, png);
  renameSync(unfinished, file);
}

function deleteUnused(folder: string): void {
  for (const name of globSync('*', { cwd: folder })) {
    const file = join(folder, name);
    // Another thread may have deleted it.
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats && Date.now() - stats.mtimeMs > UNUSED) rmSync(file, { force: true });
  }
}
