import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';

/** A file of a font family, with the code points that it serves. */
export interface FontFile {
  family: string;
  path: string;
  /** Absent for emoji. */
  ranges?: [number, number][];
  /** One of the many slices of a large family, which share no code point. */
  isSlice: boolean;
}

/** The installed fonts: the families of Noto among the packages, and emoji. */
export interface Fonts {
  /** In the order in which a character is looked for. */
  files: FontFile[];
  /** The texts of `package.json` of their packages. */
  manifests: string[];
}

const SCOPE = '@fontsource-variable';
const FIRST = 'noto-sans';
/** Twemoji with layers of color (COLR version 0); takumi leaves version 1, of Noto, empty. */
const EMOJI = 'twemoji-colr-font/twemoji.woff2';

/** Subsets that every family lists, and of which only the first, or none, has the characters. */
const SHARED =
  /^(?:latin|latin-ext|vietnamese|cyrillic|cyrillic-ext|greek|greek-ext|math|symbols)$/;

/** The Han characters of a region, which share their code points with those of the others. */
const HAN: Record<string, string> = {
  TW: 'noto-sans-tc',
  HK: 'noto-sans-tc',
  CN: 'noto-sans-sc',
  KR: 'noto-sans-kr',
  JP: 'noto-sans-jp',
};

/**
 * Returns the fonts of `@fontsource-variable/noto-*` that are installed for the blog or the engine,
 * whose folders these are in this order. A blog in a script that none of them has installs `fontPackage`.
 */
export function installedFonts(folders: readonly string[], language: string): Fonts {
  // Of a family that is installed more than once, the blog's comes first.
  const found = folders.flatMap(fontFolders).reverse();
  const byName = new Map(found.map((folder) => [basename(folder), folder]));
  const packages = inOrder([...byName.keys()], language).map((name) => byName.get(name)!);
  const [first = [], ...others] = packages.map(filesOf);
  const emoji = createRequire(join(folders.at(-1)!, 'package.json')).resolve(EMOJI);
  return {
    // Digits and signs of the first family are emoji too, as parts of keycaps.
    files: [...first, { family: 'emoji', path: emoji, isSlice: true }, ...others.flat()],
    manifests: packages.map((folder) => readFileSync(join(folder, 'package.json'), 'utf8')),
  };
}

/** Returns the font packages that Node finds from a folder, the nearest first. */
function fontFolders(folder: string): string[] {
  const modules = createRequire(join(folder, 'package.json')).resolve.paths(SCOPE) ?? [];
  return modules.flatMap((path) =>
    globSync(`${SCOPE}/noto-*`, { cwd: path }).map((name) => join(path, name)),
  );
}

/** Returns font packages in the order in which a character is looked for in a language. */
export function inOrder(packages: readonly string[], language: string): string[] {
  const sorted = packages.toSorted();
  const others = sorted.filter((name) => !Object.values(HAN).includes(name));
  const order = new Set([FIRST, ...others, hanOf(language), ...sorted]);
  return [...order].filter((name) => packages.includes(name));
}

function hanOf(language: string): string {
  const region = new Intl.Locale(language).maximize().region ?? '';
  return HAN[region] ?? HAN['JP']!;
}

/** Returns the files that draw a text, each once, in the order of the fonts. */
export function fontsFor(text: string, { files }: Pick<Fonts, 'files'>): FontFile[] {
  const needed = new Set([...new Set(text)].map((character) => fileOf(character, files)));
  // The subsets of a small family share accents. They are used together, since which one draws an
  // accent must not depend on the texts before.
  const whole = new Set([...needed].map((file) => !file?.isSlice && file?.family));
  return files.filter((file) => needed.has(file) || (!file.isSlice && whole.has(file.family)));
}

/** Returns the characters of a text that no font has. */
export function missingGlyphs(text: string, { files }: Pick<Fonts, 'files'>): string[] {
  return [...new Set(text)].filter(
    (character) => !/[\p{C}\p{Z}\p{M}]/u.test(character) && !fileOf(character, files),
  );
}

function fileOf(character: string, files: readonly FontFile[]): FontFile | undefined {
  return files.find((file) => serves(file, character));
}

/** Letters of scripts that the slices of Chinese fonts list, and do not have. */
const FOREIGN =
  /[\p{L}--[\p{Script_Extensions=Han}\p{Script_Extensions=Hira}\p{Script_Extensions=Kana}\p{Script_Extensions=Hang}\p{Script_Extensions=Bopo}]]/v;

function serves({ ranges, isSlice }: FontFile, character: string): boolean {
  if (!ranges) return /\p{Emoji}|\p{Emoji_Component}/u.test(character);
  const code = character.codePointAt(0)!;
  const isListed = ranges.some(([first, last]) => code >= first && code <= last);
  return isListed && !(isSlice && FOREIGN.test(character));
}

function filesOf(folder: string): FontFile[] {
  const family = basename(folder);
  const text = readFileSync(join(folder, 'unicode.json'), 'utf8');
  const subsets = JSON.parse(text) as Record<string, string>;
  return Object.entries(subsets)
    .filter(([name]) => family === FIRST || family.endsWith(`-${name}`) || !SHARED.test(name))
    .map(([subset, ranges]) => {
      const name = subset.replace(/[[\]]/g, '');
      return {
        family,
        path: join(folder, 'files', `${family}-${name}-wght-normal.woff2`),
        ranges: parseRanges(ranges),
        isSlice: name !== subset,
      };
    })
    .filter(({ path }) => existsSync(path));
}

/** The scripts that `@fontsource-variable/noto-sans-*` has a package of. */
const SCRIPTS = [
  ...['Arabic', 'Armenian', 'Bengali', 'Ethiopic', 'Georgian', 'Gujarati', 'Gurmukhi', 'Hebrew'],
  ...['Kannada', 'Khmer', 'Lao', 'Malayalam', 'Myanmar', 'Oriya', 'Sinhala', 'Tamil', 'Telugu'],
  ...['Thaana', 'Thai'],
];

/** Returns the package that has a font for a character; `undefined` if there is none. */
export function fontPackage(character: string, language: string): string | undefined {
  const isIn = (script: string) => new RegExp(`\\p{Script=${script}}`, 'u').test(character);
  const packageOf = () => {
    if (isIn('Hangul')) return HAN['KR'];
    if (isIn('Hiragana') || isIn('Katakana')) return HAN['JP'];
    if (isIn('Han')) return hanOf(language);
    const script = /\p{S}/u.test(character) ? 'Symbols' : SCRIPTS.find(isIn);
    return script && `noto-sans-${script.toLowerCase()}`;
  };
  const name = packageOf();
  return name && `${SCOPE}/${name}`;
}

/** Returns the ranges of a `unicode-range` (CSS Fonts 4, section 4.5), without its wildcards. */
export function parseRanges(list: string): [number, number][] {
  return list.split(',').map((range) => {
    const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
}
