import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A file of a font family, with the code points that it serves. */
export interface FontFile {
  family: string;
  path: string;
  ranges: [number, number][];
  /** One of the many slices of a large family, which share no code point. */
  isSlice: boolean;
}

/** The fonts that are installed: each family of Noto that stands among the packages. */
export interface Fonts {
  files: FontFile[];
  /** The families in the order in which a character is looked for. */
  families: string[];
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
 * Returns the fonts of `@fontsource-variable/noto-*` that a project has installed. A blog in a
 * script that none of them has installs the package of its script, and nothing else.
 */
export function installedFonts(root: string, language: string): Fonts {
  const { resolve } = createRequire(join(root, 'package.json'));
  const scope = dirname(dirname(resolve(`${SCOPE}/${FIRST}/package.json`)));
  const packages = readdirSync(scope).filter((name) => name.startsWith('noto-'));
  const families = inOrder(packages, language);
  return { families, files: families.flatMap((family) => filesOf(scope, family)) };
}

/** Returns font packages in the order in which a character is looked for in a language. */
export function inOrder(packages: readonly string[], language: string): string[] {
  const region = new Intl.Locale(language).maximize().region ?? '';
  const own = HAN[region] ?? HAN['JP'];
  const rank = (name: string) => {
    if (name === FIRST) return 0;
    if (name === EMOJI) return 1;
    if (!Object.values(HAN).includes(name)) return 2;
    return name === own ? 3 : 4;
  };
  return [...packages].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
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

function filesOf(scope: string, family: string): FontFile[] {
  const subsets = JSON.parse(readFileSync(join(scope, family, 'unicode.json'), 'utf8')) as Record<
    string,
    string
  >;
  const own = Object.entries(subsets).filter(([name]) => family === FIRST || !SHARED.test(name));
  const all = own.map(([subset, ranges]): FontFile => {
    const name = subset.replace(/[[\]]/g, '');
    return {
      family,
      path: join(scope, family, 'files', `${family}-${name}-wght-normal.woff2`),
      ranges: parseRanges(ranges),
      isSlice: name !== subset && family !== EMOJI,
    };
  });
  return all.filter(({ path }) => existsSync(path));
}

/** Returns the ranges of a `unicode-range` (CSS Fonts 4, section 4.5), without its wildcards. */
export function parseRanges(list: string): [number, number][] {
  return list.split(',').map((range) => {
    const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
}
