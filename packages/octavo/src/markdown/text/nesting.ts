/** The levels of nesting that are read; browsers stop at 512. */
export const MOST_LEVELS = 500;
export const TOO_DEEP = `nesting: more than ${MOST_LEVELS} levels, and browsers show no more; remove some`;

/** Returns the first line, from 1, with so many markers that Sätteri ends the process; 0 if there is none. */
export function deepLineIn(body: string): number {
  return body.split('\n').findIndex((line) => MARKERS.test(line) && !RULE.test(line)) + 1;
}

/** The markers of quotations and lists that begin a line. */
const MARKERS = new RegExp(`^(?:[ \\t]*(?:>|[-*+](?=\\s)|\\d+[.)](?=\\s))){${MOST_LEVELS}}`);
/** A thematic break nests nothing. */
const RULE = /^\s*([-*])(?:\s*\1)*\s*$/;
