/** The arguments of a tag as they are written. */
export interface Arguments {
  /** All of them. */
  written: string;
  /** Words without a name, before and between the others; quotes are taken off. */
  words: string[];
  /** By name; `isText` is false for a variable. */
  named: Map<string, { value: string; isText: boolean }>;
}

const ARGUMENT =
  /([\w-]+)\s*(?:=|:(?!\/\/))\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s,]+))|"([^"]*)"|'([^']*)'|([^\s,]+)/g;

/** Reads the arguments of a tag: `figure.html src="/a.png" alt=page.title`. */
export function readArguments(written: string): Arguments {
  const result: Arguments = { written: written.trim(), words: [], named: new Map() };
  for (const match of written.matchAll(ARGUMENT)) {
    const [, name, double, single, bare, ...quoted] = match;
    const text = double ?? single;
    if (name === undefined) result.words.push(quoted.find((one) => one !== undefined) ?? '');
    else
      result.named.set(name, {
        value: text?.replace(/\\(["'])/g, '$1') ?? bare ?? '',
        isText: text !== undefined,
      });
  }
  return result;
}
