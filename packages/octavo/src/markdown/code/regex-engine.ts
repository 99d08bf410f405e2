import type { RegexEngine } from 'shiki/core';
import { defaultJavaScriptRegexConstructor } from 'shiki/engine/javascript';
import { hasNeeds, needsOf, signsOf, type Needs } from './regex-needs.ts';

type Scanner = ReturnType<RegexEngine['createScanner']>;
type Match = NonNullable<ReturnType<Scanner['findNextMatchSync']>>;

/**
 * The engine of shiki that runs on the regular expressions of JavaScript, made to search less.
 * Grammars ask for the next match of a hundred patterns at each token, and most of these
 * searches are the same: a match that was found further on in a line, or that there is none, is
 * remembered for every scanner that has the pattern; a line without the signs that a pattern
 * needs is not searched; the places of groups are found for the pattern that has won alone.
 */
export function createRegexEngine(): RegexEngine {
  const patterns = new Map<string, Pattern>();
  const patternOf = (source: string | RegExp) => {
    if (typeof source !== 'string') return new Pattern(() => source);
    const known = patterns.get(source);
    if (known) return known;
    const pattern = new Pattern(() => defaultJavaScriptRegexConstructor(source));
    patterns.set(source, pattern);
    return pattern;
  };
  return {
    createString: (content) => new Line(content),
    createScanner: (sources) => new LineScanner(sources.map(patternOf)),
  };
}

/** A line of code, or the part of one that is coloured by itself. */
class Line {
  readonly content: string;
  readonly signs: Int32Array;

  constructor(content: string) {
    this.content = content;
    this.signs = signsOf(content);
  }
}

const NONE = -1;

/** A pattern with its last search. */
class Pattern {
  /** Absent where the pattern is none that JavaScript can have. */
  readonly #regexp: RegExp | undefined;
  /** The same, to find where it matches; absent where that depends on where a search begins. */
  readonly #finder: RegExp | undefined;
  #needs: Needs | undefined;
  #line: Line | undefined;
  #from = 0;
  #found = NONE;
  /** Behind the last match; that of one with groups is not asked for. */
  #end = NONE;
  /** True where what was not found once is not to be found further on either. */
  readonly isLasting: boolean;

  constructor(make: () => RegExp) {
    try {
      this.#regexp = make();
      this.#finder = finderOf(this.#regexp);
    } catch {
      this.#regexp = undefined;
    }
    this.isLasting = this.#finder !== undefined || this.#regexp === undefined;
  }

  /** Returns where the pattern first matches from a place on; `NONE` where it does not. */
  find(line: Line, from: number): number {
    const found = this.#found;
    const isKnown = this.#line === line && this.#from <= from && this.isLasting;
    if (isKnown && (found === NONE || found >= from)) return found;
    this.#line = line;
    this.#from = from;
    return (this.#found = this.#search(line, from));
  }

  /** Returns the groups of the match that was found at a place. */
  groups(line: Line, from: number): Match['captureIndices'] {
    if (this.#end !== NONE) return [span(this.#found, this.#end)];
    const regexp = this.#regexp!;
    regexp.lastIndex = this.#finder ? this.#found : from;
    return regexp
      .exec(line.content)!
      .indices!.map((group) => span(...(group ?? [MISSING, MISSING])));
  }

  #search(line: Line, from: number): number {
    const regexp = this.#finder ?? this.#regexp;
    if (!regexp) return NONE;
    if (this.#finder) {
      this.#needs ??= needsOf(this.#finder);
      if (!hasNeeds(line.signs, this.#needs)) return NONE;
    }
    regexp.lastIndex = from;
    const match = execute(regexp, line.content);
    if (!match) return NONE;
    this.#end = match.length === 1 && this.#finder ? match.index + match[0].length : NONE;
    return match.index;
  }
}

/** An expression that is too large for a text does not match in it. */
function execute(regexp: RegExp, text: string): RegExpExecArray | null {
  try {
    return regexp.exec(text);
  } catch {
    return null;
  }
}

/** What an expression of oniguruma-to-es does beside what JavaScript's own do. */
interface EmulationOptions {
  strategy?: string | null;
  /** Groups whose match is told as that of others. */
  transfers?: readonly unknown[];
}

/** What stands for a place where a group matched nothing, as in Oniguruma. */
const MISSING = 4_294_967_295;

function span(start: number, end: number) {
  return { start, end, length: end - start };
}

/**
 * Returns what finds the same matches as an expression, without the places of their groups;
 * `undefined` for one that asks where the search begins (`\G`).
 */
function finderOf(regexp: RegExp): RegExp | undefined {
  const { rawOptions } = regexp as { rawOptions?: EmulationOptions };
  if (regexp.sticky || rawOptions?.strategy) return undefined;
  if (rawOptions?.transfers?.length) return regexp;
  return new RegExp(regexp.source, regexp.flags.replace('d', ''));
}

class LineScanner implements Scanner {
  readonly #patterns: readonly Pattern[];
  #line: Line | undefined;
  #from = 0;
  /** Which patterns may still match in the line, of those before `#unread`. */
  #left: number[] = [];
  /** The first pattern that was not asked about the line yet. */
  #unread = 0;
  /** Of the patterns that were asked, the one that matches first, and where. */
  #best = NONE;
  #place = Infinity;

  constructor(patterns: readonly Pattern[]) {
    this.#patterns = patterns;
  }

  findNextMatchSync(text: string | { content: string }, from: number): Match | null {
    const line =
      text instanceof Line ? text : new Line(typeof text === 'string' ? text : text.content);
    if (line !== this.#line || from < this.#from) {
      this.#line = line;
      this.#left.length = 0;
      this.#unread = 0;
    }
    this.#from = from;
    this.#ask(line, from);
    const best = this.#best;
    if (best === NONE) return null;
    return { index: best, captureIndices: this.#patterns[best]!.groups(line, from) };
  }

  /** Asks the patterns: the first match wins, and of those at one place that of the first pattern. */
  #ask(line: Line, from: number): void {
    const left = this.#left;
    this.#best = NONE;
    this.#place = Infinity;
    let [kept, index] = [0, 0];
    while (index < left.length && this.#place > from) {
      const at = left[index++]!;
      if (this.#mayGoOn(at, line, from)) left[kept++] = at;
    }
    if (kept < index) {
      left.copyWithin(kept, index);
      left.length -= index - kept;
    }
    while (this.#unread < this.#patterns.length && this.#place > from) {
      const at = this.#unread++;
      if (this.#mayGoOn(at, line, from)) left.push(at);
    }
  }

  /** Asks one pattern; true where it may match in the line from here on, or further on. */
  #mayGoOn(at: number, line: Line, from: number): boolean {
    const pattern = this.#patterns[at]!;
    const found = pattern.find(line, from);
    if (found === NONE) return !pattern.isLasting;
    if (found < this.#place) {
      this.#best = at;
      this.#place = found;
    }
    return true;
  }
}
