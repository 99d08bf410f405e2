import { EmulatedRegExp } from 'oniguruma-to-es';
import {
  createJavaScriptRegexEngine,
  defaultJavaScriptRegexConstructor,
} from 'shiki/engine/javascript';
import { readCached } from '../../read-cached.ts';

/** A pattern of a grammar in JavaScript; with options, a RegExp alone cannot express it. */
export type Translation = [source: string, flags: string, options?: EmulatedRegExp['rawOptions']];

/** Returns engines for code in ASCII and for any code; `file` has patterns that are translated already. */
export function regexEngines(file: string) {
  let known: Map<string, Translation> | undefined;
  const engineFor = (isAscii: boolean) =>
    createJavaScriptRegexEngine({
      // A pattern that JavaScript cannot express is skipped and does not end the build.
      forgiving: true,
      regexConstructor(pattern) {
        known ??= new Map(readCached<[string, Translation][]>(file));
        const translation = known.get(pattern) ?? translate(pattern);
        known.set(pattern, translation);
        return compile(translation, isAscii);
      },
    });
  return { ascii: engineFor(true), any: engineFor(false) };
}

/** Translates a pattern of Oniguruma, which takes longer than to compile it. */
export function translate(pattern: string): Translation {
  const lazy = defaultJavaScriptRegexConstructor(pattern, { lazyCompileLength: 0 });
  const { source, flags, rawOptions } = lazy as EmulatedRegExp;
  const options = { ...rawOptions };
  delete options.lazyCompile;
  return Object.keys(options).length > 0 ? [source, flags, options] : [source, flags];
}

/** Returns a translation as a RegExp, which matches only lines in ASCII if `isAscii`. */
export function compile([written, flags, options]: Translation, isAscii: boolean): RegExp {
  const source = isAscii ? written.replace(ESCAPE, inAscii) : written;
  return options ? new EmulatedRegExp(source, flags, options) : new RegExp(source, flags);
}

const ESCAPE = /\\(?:p\{(\w+)\}|[^])/g;

function inAscii(escape: string, property = ''): string {
  return ASCII[property] ?? escape;
}

/** Properties of characters, each with its characters in ASCII: V8 takes 0.1 ms for each property. */
const ASCII: Record<string, string> = {
  ...{ Alpha: '[A-Za-z]', L: '[A-Za-z]', M: '[]', N: '[0-9]', Nd: '[0-9]', Pc: '_' },
  ...{ AHex: '[0-9A-Fa-f]', space: '[\\t-\\r ]' },
};
