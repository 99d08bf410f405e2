import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** A file of a font family, with the code points that it serves. */
export interface FontFile {
  family: string;
  path: string;
  ranges: [number, number][];
  /** One of the many slices of a large family, which share no code point. */
  isSlice: boolean;
}

/** The installed fonts: the families of Noto among the packages. */
export interface Fonts {
  files: FontFile[];
  /** The families in the order in which a character is looked for. */
  families: string[];
  /** Of their packages, in the same order. */
  versions: string[];
}

const SCOPE = '@fontsource-variable';
const FIRST = 'noto-sans';
const EMOJI = 'noto-emoji';

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
 * whose folders these are. A blog in a script that none of them has installs `fontPackage`.
 */
export function installedFonts(folders: readonly string[], language: string): Fonts {
  const found = folders.flatMap(scopesAbove).flatMap((scope) =>
    readdirSync(scope)
      .filter((name) => name.startsWith('noto-'))
      .map((name): [name: string, folder: string] => [name, join(scope, name)]),
  );
  // Of a family that is installed more than once, the blog's comes first.
  const packages = new Map(found.reverse());
  const families = inOrder([...packages.keys()], language);
  return {
    families,
    versions: families.map((family) => versionOf(packages.get(family)!)),
    files: families.flatMap((family) => filesOf(packages.get(family)!, family)),
  };
}

/** Returns the folders of the scope that Node finds from a folder, the nearest first. */
function scopesAbove(folder: string): string[] {
  const modules = createRequire(join(folder, 'package.json')).resolve.paths(SCOPE) ?? [];
  return modules.map((path) => join(path, SCOPE)).filter((path) => existsSync(path));
}

function versionOf(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

/** Returns font packages in the order in which a character is looked for in a language. */
export function inOrder(packages: readonly string[], language: string): string[] {
  const own = hanOf(language);
  const rank = (name: string) => {
    if (name === FIRST) return 0;
    if (name === EMOJI) return 1;
    if (!Object.values(HAN).includes(name)) return 2;
    return name === own ? 3 : 4;
  };
  return [...packages].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

function hanOf(language: string): string | undefined {
  const region = new Intl.Locale(language).maximize().region ?? '';
  return HAN[region] ?? HAN['JP'];
}

/**
 * Returns the files that draw a text, each once, in the order of the fonts, and the characters
 * that no font has.
 */
export function fontsFor(text: string, fonts: Fonts): { files: FontFile[]; missing: string[] } {
  const needed = new Set<FontFile>();
  const missing = new Set<string>();
  for (const character of text) {
    const found = fonts.files.find((file) => serves(file, character));
    if (found) needed.add(found);
    else if (!/[\p{C}\p{Z}\p{M}]/u.test(character)) missing.add(character);
  }
  // The subsets of a small family share accents, and which one draws them may not hang on the
  // texts that came before: they are taken together.
  const whole = new Set([...needed].flatMap(({ isSlice, family }) => (isSlice ? [] : family)));
  const files = fonts.files.filter(
    (file) => needed.has(file) || (!file.isSlice && whole.has(file.family)),
  );
  return { files, missing: [...missing] };
}

/** Letters of scripts that the slices of Chinese fonts list, and do not have. */
const FOREIGN =
  /[\p{L}--[\p{Script_Extensions=Han}\p{Script_Extensions=Hira}\p{Script_Extensions=Kana}\p{Script_Extensions=Hang}\p{Script_Extensions=Bopo}]]/v;

function serves({ ranges, isSlice }: FontFile, character: string): boolean {
  if (isSlice && FOREIGN.test(character)) return false;
  const code = character.codePointAt(0)!;
  return ranges.some(([first, last]) => code >= first && code <= last);
}

function filesOf(folder: string, family: string): FontFile[] {
  const subsets = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<
    string,
    string
  >;
  const isOwn = (name: string) => family.endsWith(`-${name}`) || !SHARED.test(name);
  const own = Object.entries(subsets).filter(([name]) => family === FIRST || isOwn(name));
  const all = own.map(([subset, ranges]): FontFile => {
    const name = subset.replace(/[[\]]/g, '');
    return {
      family,
      path: join(folder, 'files', `${family}-${name}-wght-normal.woff2`),
      ranges: parseRanges(ranges),
      isSlice: name !== subset && family !== EMOJI,
    };
  });
  return all.filter(({ path }) => existsSync(path));
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
