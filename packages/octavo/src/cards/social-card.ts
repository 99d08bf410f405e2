import { existsSync, globSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { RenderOptions, Renderer } from '@takumi-rs/core';
import { paths } from '../addresses/urls.ts';
import { dependencyVersions } from '../build/engine-digest.ts';
import { digestOf } from '../digest-of.ts';
import { writeWhole } from '../write-whole.ts';
import { contentError } from '../markdown/pictures/file-error.ts';
import { themeColor } from '../styles/colors.ts';
import { CARDS_FOLDER } from './cards.ts';
import { cardPictures, pictureDigests, type CardFiles } from './card-pictures.ts';
import { fontsFor, installedFonts, missingGlyphs, type FontFile, type Fonts } from './fonts.ts';
import {
  CARD,
  cardNode,
  TITLE_SIZES,
  titleNode,
  titleSpace,
  type CardContent,
  type CardPictures,
} from './layout.ts';

/** In milliseconds: a card that no build used for 30 days is deleted. */
const UNUSED = 30 * 24 * 60 * 60 * 1000;

/** The folders of the blog and of the engine's sources, with a slash at their end. */
interface Folders {
  root: string;
  engine: string;
}

const COLORS = ['--paper', '--sheet', '--ink', '--ink-soft', '--accent'];

/**
 * Returns a function that makes the social cards of the blog in the folder `root`: PNGs of 1200 by
 * 630 pixels, drawn or from the cache. `site` is the card of the site, also for a title that no font
 * has.
 */
export function cardMaker({ root, engine }: Folders, language: string, site: CardContent) {
  const cache = join(root, CARDS_FOLDER);
  deleteUnused(cache);
  const fonts = installedFonts([root, engine], language);
  const colors = lightColors(join(engine, 'styles/tokens.css'), join(root, 'src/styles/theme.css'));
  const css = [colors, read(join(engine, 'cards/card.css'))];
  const parts = globSync('cards/*', { cwd: engine }).sort();
  const sources = parts.map((file) => read(join(engine, file)));
  const versions = [dependencyVersions(engine), fonts.manifests];
  const common = digestOf(sources, versions, colors, language, site);
  return async (card: CardContent): Promise<Buffer<ArrayBuffer>> => {
    const name = digestOf(common, card, pictureDigests(filesOf(card, root)));
    const file = join(cache, `${name}.png`);
    const cached = existsSync(file) ? readFileSync(file) : undefined;
    // The file may be damaged, after a full disk for example.
    if (cached && contentError(cached, file) === undefined) {
      utimesSync(file, new Date(), new Date());
      return cached;
    }
    const { shown, files } = withFonts(card, site, fonts);
    const pictures = await cardPictures(filesOf(shown, root));
    const png = await draw(shown, pictures, files, { css, lang: language });
    writeWhole(file, png);
    return png;
  };
}

function filesOf({ portrait, cover }: CardContent, root: string): CardFiles {
  return {
    mark: join(root, 'public', paths.icon),
    portrait: portrait && join(root, portrait),
    cover: cover && join(root, cover),
  };
}

/**
 * Returns the card with its fonts: if they have not all of its text, its title alone, else the card
 * of the site, else its host.
 */
function withFonts(card: CardContent, site: CardContent, fonts: Fonts) {
  const { title, site: name, cover } = card;
  for (const shown of [card, { title, site: name, cover }, site]) {
    const text = textOf(shown);
    if (missingGlyphs(text, fonts).length === 0) return { shown, files: fontsFor(text, fonts) };
  }
  const host = { title: site.site, site: site.site };
  return { shown: host, files: fontsFor(textOf(host), fonts) };
}

function textOf({ title, site, lead, by, date, tags = [] }: CardContent): string {
  return [title, site, lead, by, date, ...tags].join(' ');
}

/** Shared: it keeps the fonts that it has loaded. */
let renderer: Renderer | undefined;

async function draw(
  card: CardContent,
  pictures: CardPictures,
  files: readonly FontFile[],
  look: Pick<RenderOptions, 'css' | 'lang'>,
) {
  const { Renderer } = await import('@takumi-rs/core');
  renderer ??= new Renderer();
  const options = {
    ...look,
    fonts: files.map(({ family, path, ranges }) => ({
      ...{ key: path, name: family, ...(ranges && { unicodeRange: ranges }) },
      data: () => readFileSync(path),
    })),
  };
  const size = await titleSize(card.title, titleSpace(card, pictures), renderer, options);
  return renderer.render(cardNode(card, pictures, size), { ...CARD, ...options, format: 'png' });
}

/** In em: the width of a space. */
const SPACE = 0.26;

/** In square em: the space that a letter of most titles takes. */
const LETTER = 0.95;

/** Returns the largest size in which a title fits, looked for from a likely one; `undefined` if none. */
async function titleSize(
  title: string,
  { width, height: most }: ReturnType<typeof titleSpace>,
  on: Renderer,
  options: RenderOptions,
): Promise<number | undefined> {
  const likely = Math.sqrt((width * most) / (title.length * LETTER));
  let next = TITLE_SIZES.findLastIndex((size) => size >= likely);
  let [from, to] = [0, TITLE_SIZES.length];
  while (from < to) {
    const index = Math.min(Math.max(next, from), to - 1);
    const size = TITLE_SIZES[index]!;
    const { height, runs } = await on.measure(titleNode(title, size), { width, ...options });
    const fits = runs.every((run) => {
      // The space behind a line counts in its width, and hangs.
      const space = run.text.endsWith(' ') ? SPACE * size : 0;
      return run.x >= -space - 1 && run.x + run.width <= width + space + 1;
    });
    if (fits && height <= most) [to, next] = [index, index - 1];
    else [from, next] = [index + 1, index + 1];
  }
  return TITLE_SIZES[from];
}

/** Returns a style sheet with the colors of the theme in its light version; takumi knows no `light-dark()`. */
function lightColors(...styleSheets: string[]): string {
  const css = styleSheets.filter(existsSync).map(read).join('\n');
  const declarations = COLORS.map((token) => `${token}: ${themeColor(token, css).light};`);
  return `:root { ${declarations.join(' ')} }`;
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}

function deleteUnused(folder: string): void {
  for (const name of globSync('*', { cwd: folder })) {
    const file = join(folder, name);
    // Another thread may have deleted it.
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats && Date.now() - stats.mtimeMs > UNUSED) rmSync(file, { force: true });
  }
}
