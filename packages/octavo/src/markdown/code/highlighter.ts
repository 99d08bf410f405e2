import { join } from 'node:path';
import { codeToTokensBase, createShikiPrimitiveAsync } from '@shikijs/primitive';
import { bundledLanguages, type BundledLanguage } from 'shiki/langs';
import { engineFolder } from '../../engine-folder.ts';
import { withoutControlCharacters } from '../../words/control-characters.ts';
import { theme } from './code-theme.ts';
import { regexEngines } from './patterns.ts';

/** A piece of code and its kind, which is the name of a class; an empty one is plain. */
export type Run = [text: string, kind: string];

/** Code in runs, by a digest of its language and text. */
export type ColoredCode = Record<string, Run[]>;

/** Names of languages, beside those of shiki. */
const ALIASES: Record<string, string> = {
  golang: 'go',
  patch: 'diff',
  htm: 'html',
  h: 'c',
  hpp: 'cpp',
  cc: 'cpp',
  svg: 'xml',
  terminal: 'console',
};

/** The names of code without a language, which is shown without colors. */
const NO_LANGUAGE = ['text', 'plaintext', 'plain', 'txt', 'none'];

/** Output of a terminal, whose escape sequences are colors: of Shiki, but no grammar. */
export const ANSI = 'ansi';

/** Every name of a language. */
export const languageNames = [
  ...Object.keys(bundledLanguages),
  ...Object.keys(ALIASES),
  ...NO_LANGUAGE,
  ANSI,
];

/** Longer lines, of minified code, stay plain: their colors are useless and slow. */
const LONGEST_LINE = 2000;

/**
 * Returns a language by one of its names, or by the ending of a file's name: `''` for plain text,
 * `undefined` for an unknown one.
 */
export function languageNamed(name: string): string | undefined {
  const lower = name.toLowerCase();
  if (lower === '' || NO_LANGUAGE.includes(lower)) return '';
  return languageNames.includes(lower) ? (ALIASES[lower] ?? lower) : undefined;
}

/** Returns code as runs of one kind; its language is loaded when it is first met. */
export async function highlight(code: string, language: string): Promise<Run[]> {
  if (language === '' || code.trim() === '') return [[code, '']];
  const highlighter = await highlighterOf(language, /^[\0-\x7F]*$/.test(code));
  // Shiki's core, which can write HTML too, knows the colors of terminals.
  const shiki = language === ANSI ? await import('shiki/core') : { codeToTokensBase };
  const lines = shiki.codeToTokensBase(highlighter, code, {
    lang: language,
    theme: 'octavo',
    tokenizeMaxLineLength: LONGEST_LINE,
    // A limit would make the same code look different where a machine is slow.
    tokenizeTimeLimit: 0,
  });
  const runs: Run[] = [];
  for (const [index, tokens] of lines.entries()) {
    if (index > 0) add(runs, '\n', '');
    for (const { content, color = '' } of tokens) {
      // All colors are kinds, but those of a terminal beyond the first 16.
      const kind = /^[a-z]$/.test(color) ? color : '';
      add(runs, language === ANSI ? withoutControlCharacters(content) : content, kind);
    }
  }
  return runs;
}

/** Returns the runs of each line, cut after its line end. */
export function splitLines(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [];
  for (const [text, kind] of runs) {
    for (const piece of text.split(/(?<=\n)/)) {
      const line = lines.at(-1);
      if (line && !line.at(-1)![0].endsWith('\n')) line.push([piece, kind]);
      else lines.push([[piece, kind]]);
    }
  }
  return lines;
}

/** Adds a run, or makes the last one of its kind longer, also where white space is between them. */
function add(runs: Run[], text: string, kind: string): void {
  const [before, last] = runs.slice(-2);
  if (last?.[1] === kind) last[0] += text;
  else if (last && before?.[1] === kind && last[0].trim() === '') {
    before[0] += last[0] + text;
    runs.pop();
  } else runs.push([text, kind]);
}

/** Returns the file of the patterns that the package of an engine has, which scripts/patterns.ts writes. */
export function patternsFile(engine: string): string {
  return join(engine, '../dist/patterns.json');
}

/**
 * One highlighter for each language: a grammar that embeds others (Markdown, HTML) colors what
 * it finds of them, which must not depend on what other blocks have loaded before.
 */
const highlighters: Partial<Record<string, ReturnType<typeof createShikiPrimitiveAsync>>> = {};
const engines = regexEngines(patternsFile(engineFolder));

function highlighterOf(language: string, isAscii: boolean) {
  return (highlighters[`${language} ${isAscii}`] ??= createShikiPrimitiveAsync({
    themes: [theme],
    langs: language in bundledLanguages ? [bundledLanguages[language as BundledLanguage]] : [],
    engine: isAscii ? engines.ascii : engines.any,
    // About many highlighters, which is what is wanted here.
    warnings: false,
  }));
}
