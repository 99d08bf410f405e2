import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Renderer } from '@takumi-rs/core';
import { dependencyVersions, type Folders } from '../build/engine-digest.ts';
import { installedFonts, fontsFor, type FontFile, type Fonts } from './fonts.ts';
import {
  BREAKS_BELOW,
  CARD,
  cardNode,
  lightColours,
  TITLE,
  TITLE_SIZES,
  titleNode,
  type CardText,
} from './layout.ts';

/** Below the project's folder: a file for each card, named by a digest of all that it shows. */
const FOLDER = '.cache/octavo/cards';
/** A card that no build has asked for in so many days is forgotten. */
const DAYS_KEPT = 30;
const DAY = 24 * 60 * 60 * 1000;

/** The colours of the cards. */
const STYLES = { engine: 'styles/tokens.css', blog: 'src/styles/theme.css' };

/** Draws the social cards of a site. */
export class CardMaker {
  readonly #folder: string;
  readonly #language: string;
  readonly #fonts: Fonts;
  readonly #css: string;
  readonly #version: string;
  readonly #registered = new Map<FontFile, Promise<unknown>>();
  #renderer: Promise<Renderer> | undefined;

  /** Cards of the blog in the folder `root`, with titles in a language. */
  constructor({ root, engine }: Folders, language: string) {
    this.#folder = join(root, FOLDER);
    this.#language = language;
    this.#fonts = installedFonts([root, engine], language);
    const theme = join(root, STYLES.blog);
    const styles = [join(engine, STYLES.engine), ...(existsSync(theme) ? [theme] : [])];
    this.#css = lightColours(styles.map(read).join('\n'));
    const sources = globSync('cards/*.{ts,js}', { cwd: engine }).sort();
    this.#version = digest([
      ...sources.map((file) => read(join(engine, file))),
      JSON.stringify([dependencyVersions(engine), this.#fonts.versions]),
    ]);
    forgetOld(this.#folder);
  }

  /** Returns a card as a PNG of 1200 by 630 pixels: kept by an earlier build, or drawn. */
  async png(card: CardText): Promise<Uint8Array<ArrayBuffer>> {
    const { title, site, detail } = card;
    const key = digest([this.#version, this.#css, this.#language, title, site, detail ?? '']);
    const file = join(this.#folder, `${key}.png`);
    const kept = readKept(file);
    if (kept) return kept;
    const drawn = await this.#draw(card);
    keep(file, drawn);
    return drawn;
  }

  async #draw(card: CardText): Promise<Uint8Array<ArrayBuffer>> {
    const renderer = await (this.#renderer ??= newRenderer());
    const { files } = fontsFor(wordsOf(card), this.#fonts);
    await Promise.all(files.map((file) => this.#register(file, renderer)));
    const used = new Set(files.map(({ family }) => family));
    const options = {
      css: [this.#css],
      lang: this.#language,
      fontFamilies: this.#fonts.families.filter((family) => used.has(family)),
    };
    const size = await this.#titleSize(card.title, { ...options, renderer });
    return renderer.render(cardNode(card, size), { ...CARD, ...options, format: 'png' });
  }

  /** Returns the largest size in which a title fits, with its words whole where that is not small. */
  async #titleSize(title: string, options: { renderer: Renderer }): Promise<number> {
    const whole = TITLE_SIZES.filter((size) => size >= BREAKS_BELOW);
    return (
      (await this.#firstThatFits(title, whole, { ...options, breaks: false })) ??
      (await this.#firstThatFits(title, TITLE_SIZES, { ...options, breaks: true })) ??
      TITLE_SIZES.at(-1)!
    );
  }

  async #firstThatFits(
    title: string,
    sizes: readonly number[],
    { breaks, renderer, ...options }: { breaks: boolean; renderer: Renderer },
  ): Promise<number | undefined> {
    for (const size of sizes) {
      const node = titleNode(title, size, breaks);
      const { height, runs } = await renderer.measure(
        { ...node, style: { ...node.style, lineClamp: 'none' } },
        { width: TITLE.width, ...options },
      );
      const isWhole = runs.every(({ x, width }) => x + width <= TITLE.width + 1);
      if (height <= TITLE.height && isWhole) return size;
    }
    return undefined;
  }

  #register(file: FontFile, renderer: Renderer): Promise<unknown> {
    const known = this.#registered.get(file);
    if (known) return known;
    const { family, path, ranges } = file;
    const font = { name: family, data: readFileSync(path), unicodeRange: ranges };
    const registered = renderer.registerFont(font);
    this.#registered.set(file, registered);
    return registered;
  }
}

/** Loads takumi, which most builds do without: they draw no new card. */
async function newRenderer(): Promise<Renderer> {
  const { Renderer } = await import('@takumi-rs/core');
  return new Renderer();
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}

function wordsOf({ title, site, detail = '' }: CardText): string {
  return `${title} ${site} ${detail}`;
}

function readKept(file: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const { mtimeMs } = statSync(file);
    if (Date.now() - mtimeMs > DAY) utimesSync(file, new Date(), new Date());
    return new Uint8Array(readFileSync(file));
  } catch {
    return undefined;
  }
}

function keep(file: string, png: Uint8Array): void {
  const unfinished = `${file}.${randomUUID()}`;
  try {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(unfinished, png);
    renameSync(unfinished, file);
  } catch {
    // A disk that is full or closed to us: the next build takes longer.
    rmSync(unfinished, { force: true });
  }
}

function forgetOld(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const file = join(folder, name);
      if (Date.now() - statSync(file).mtimeMs > DAYS_KEPT * DAY) rmSync(file, { force: true });
    }
  } catch {
    // The folder does not exist yet.
  }
}

function digest(parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
