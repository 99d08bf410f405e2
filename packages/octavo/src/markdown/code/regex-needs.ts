/**
 * Signs of a text: a bit for each of ASCII, in four words of 32 bits, and one in the fifth for all
 * others.
 */
type Signs = Int32Array;

/** What a text must have for an expression to match anywhere in it. */
export interface Needs {
  /** Signs that must all be there. */
  all: Signs;
  /** Of each of these, one sign. */
  someOf: Signs[];
}

const OTHER = 128;
const WORDS = 5;

/** Returns the signs that a text has. */
export function signsOf(text: string): Signs {
  const signs = new Int32Array(WORDS);
  for (let index = 0; index < text.length; index++) addSign(signs, text.charCodeAt(index));
  return signs;
}

function addSign(signs: Signs, code: number): void {
  const sign = code < OTHER ? code : OTHER;
  signs[sign >> 5]! |= 1 << (sign & 31);
}

/** True where a text has what an expression needs; false where that cannot match in it. */
export function hasNeeds(signs: Signs, { all, someOf }: Needs): boolean {
  for (let word = 0; word < WORDS; word++) if (all[word]! & ~signs[word]!) return false;
  for (const set of someOf) if (!haveCommon(set, signs)) return false;
  return true;
}

function haveCommon(one: Signs, other: Signs): boolean {
  for (let word = 0; word < WORDS; word++) if (one[word]! & other[word]!) return true;
  return false;
}

/** Returns what a text must have for a regular expression, of the flag `u` or `v`, to match in it. */
export function needsOf({ source, flags }: RegExp): Needs {
  const needs: Needs = { all: new Int32Array(WORDS), someOf: [] };
  const choices = new Reader(source, flags).read();
  for (const { signs } of choices) if (signs.length === 1) addSign(needs.all, signs[0]!);
  needs.someOf = choices
    .filter(({ signs }) => signs.length > 1)
    .sort((one, other) => one.weight - other.weight)
    .slice(0, MOST_SETS)
    .map(({ signs }) => {
      const set = new Int32Array(WORDS);
      for (const sign of signs) addSign(set, sign);
      return set;
    });
  return needs;
}

/** More of them, and larger ones, cost more than they save. */
const MOST_SETS = 3;
const LARGEST_SET = 32;

/** Signs, one of which must be there. */
interface Choice {
  /** Their codes, `OTHER` for all above ASCII. */
  signs: readonly number[];
  /** About how likely one of them is in a line of code. */
  weight: number;
}

const LIKELIHOOD = Array.from({ length: OTHER + 1 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (code === OTHER) return 1;
  if (/[etaionrslcdu ]/.test(sign)) return 12;
  return /[a-z().,;:="'_-]/.test(sign) ? 6 : 2;
});

function choiceOf(signs: readonly number[]): Choice {
  return { signs, weight: signs.reduce((sum, sign) => sum + LIKELIHOOD[sign]!, 0) };
}

const SINGLE = LIKELIHOOD.map((_, code) => [choiceOf([code])]);

/** Returns the choice that says most; `undefined` where there is none. */
function lightest(choices: readonly Choice[]): Choice | undefined {
  let best = choices[0];
  for (const choice of choices) if (choice.weight < best!.weight) best = choice;
  return best;
}

/** Reads the source of an expression for what each match of it has in it, or beside it. */
class Reader {
  private at = 0;
  private readonly source: string;
  private flags: string;

  constructor(source: string, flags: string) {
    this.source = source;
    this.flags = flags.replace(/[^iuv]/g, '');
  }

  read(): Choice[] {
    return this.alternatives();
  }

  /** Of alternatives each must need something. */
  private alternatives(): Choice[] {
    const branches = [this.sequence()];
    while (this.source[this.at] === '|') {
      this.at += 1;
      branches.push(this.sequence());
    }
    if (branches.length === 1) return branches[0]!;
    const signs = new Set<number>();
    for (const branch of branches) {
      const choice = lightest(branch);
      if (!choice) return [];
      for (const sign of choice.signs) signs.add(sign);
    }
    return signs.size > LARGEST_SET ? [] : [choiceOf([...signs])];
  }

  private sequence(): Choice[] {
    const choices: Choice[] = [];
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at]!)) {
      const needed = this.term();
      if (!this.isOptional()) choices.push(...needed);
    }
    return choices;
  }

  /** Reads a quantifier; true where it allows of none. */
  private isOptional(): boolean {
    const [quantifier] = this.take(/(?:[*+?]|\{\d+(?:,\d*)?\})\??/y);
    return /^(?:[*?]|\{0)/.test(quantifier);
  }

  private term(): Choice[] {
    const sign = this.source[this.at]!;
    if (sign === '(') return this.group();
    if (sign === '[') return this.oneOf(this.takeClass());
    if (sign === '\\') return this.escape();
    const code = this.source.codePointAt(this.at)!;
    this.at += code > 0xffff ? 2 : 1;
    if ('^$.'.includes(sign)) return [];
    return this.flags.includes('i') ? this.oneOf(sign) : SINGLE[Math.min(code, OTHER)]!;
  }

  private group(): Choice[] {
    const before = this.flags;
    const [opening, name, on = '', off = ''] = this.take(
      /\((?:\?(?:<?[=!]|<([\w$]+)>|([a-z]*)(?:-([a-z]+))?:))?/y,
    );
    if (on.includes('i')) this.flags = `${before.replace('i', '')}i`;
    if (off.includes('i')) this.flags = before.replace('i', '');
    const inside = this.alternatives();
    this.at += 1;
    this.flags = before;
    return name === undefined && opening.endsWith('!') ? [] : inside;
  }

  private escape(): Choice[] {
    const [escape] = this.take(
      /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|k<[^>]*>|\d+|[^])/y,
    );
    return /^\\(?:[bBk]|[1-9])/.test(escape) ? [] : this.oneOf(escape);
  }

  /** Returns a class (`[…]`), sets within it included. */
  private takeClass(): string {
    const start = this.at;
    let depth = 0;
    do {
      const sign = this.source[this.at];
      if (sign === '[') depth += 1;
      if (sign === ']') depth -= 1;
      this.at += sign === '\\' ? 2 : 1;
    } while (depth > 0 && this.at < this.source.length);
    return this.source.slice(start, this.at);
  }

  private oneOf(atom: string): Choice[] {
    return signsMatching(atom, this.flags);
  }

  private take(pattern: RegExp): RegExpExecArray | [string] {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.source) ?? [''];
    this.at += match[0]!.length;
    return match as RegExpExecArray;
  }
}

const known = new Map<string, Choice[]>();

/** Returns the signs that an atom matches, those above ASCII always among them; nothing for many. */
function signsMatching(atom: string, flags: string): Choice[] {
  const key = `${flags} ${atom}`;
  let choices = known.get(key);
  if (!choices) {
    const whole = new RegExp(`^${atom}$`, flags);
    const signs = ASCII.filter((code) => whole.test(String.fromCharCode(code)));
    choices = signs.length < LARGEST_SET ? [choiceOf([...signs, OTHER])] : [];
    known.set(key, choices);
  }
  return choices;
}

const ASCII = Array.from({ length: OTHER }, (_, code) => code);
