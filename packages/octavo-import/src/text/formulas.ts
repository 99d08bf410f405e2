import type { Edit } from 'octavo/internal/html/edits';
import type { TextContext } from './text-source.ts';

/** Returns TeX as a formula within a line. */
export function inlineFormula(tex: string): string {
  return `$${tex.trim().replace(/\s*\n\s*/g, ' ')}$`;
}

/** Returns TeX as a formula on lines of its own. */
export function displayed(tex: string): string {
  const lines = tex.split('\n').filter((line) => line.trim() !== '');
  return `$$\n${lines.join('\n').trim()}\n$$`;
}

/** Returns TeX in which `_` in `\text{…}` is escaped; MathJax takes it for itself. */
export function withPlainText(tex: string): string {
  return tex.replace(/\\(?:text(?:bf|it|rm|sf|tt)?|mbox)\{[^{}$]*\}/g, (text) =>
    text.replace(/(?<!\\)_/g, '\\_'),
  );
}

interface Delimiters {
  open: string;
  close: string;
  isDisplay: boolean;
}

/** What KaTeX's script looks for in a page when nothing else is said, and single dollars. */
const OF_SCRIPTS: Delimiters[] = [
  { open: '$$', close: '$$', isDisplay: true },
  { open: '\\\\[', close: '\\\\]', isDisplay: true },
  { open: '\\\\(', close: '\\\\)', isDisplay: false },
  { open: '$', close: '$', isDisplay: false },
];

/**
 * Returns the formulas of a text, outside of `taken` parts (code), with what to write for each. A
 * site has them by Goldmark's passthrough, whose delimiters it names; or by a script in the page,
 * which sees the text when Markdown has taken its backslashes off.
 */
export function findFormulas(
  text: string,
  { passthrough, mathByTheme }: TextContext['markup'],
  taken: readonly { start: number; end: number }[],
): Edit[] {
  const delimiters = passthrough ? ofPassthrough(passthrough) : mathByTheme ? OF_SCRIPTS : [];
  if (!delimiters.some(({ open }) => text.includes(open))) return [];
  const found: Edit[] = [];
  const starts = new Set(['\\', ...delimiters.map(({ open }) => open.charAt(0))]);
  const opening = new RegExp(`[${[...starts].map((character) => `\\${character}`).join('')}]`, 'g');
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const at = match.index;
    const part = taken.find(({ start, end }) => start <= at && at < end);
    const formula = part ? undefined : formulaAt(text, at, delimiters, passthrough !== undefined);
    const isFree = formula && !taken.some(({ start }) => start > at && start < formula.end);
    if (isFree) found.push(formula);
    opening.lastIndex = part?.end ?? (isFree ? formula.end : at + lengthOf(text, at));
  }
  return found;
}

/** A backslash takes the character behind it along, so that `\$` opens nothing. */
function lengthOf(text: string, at: number): number {
  return text[at] === '\\' && /[$\\]/.test(text.charAt(at + 1)) ? 2 : 1;
}

function ofPassthrough({
  inline,
  block,
}: NonNullable<TextContext['markup']['passthrough']>): Delimiters[] {
  const all = [
    ...block.map(([open, close]) => ({ open, close, isDisplay: true })),
    ...inline.map(([open, close]) => ({ open, close, isDisplay: false })),
  ];
  return all.toSorted((a, b) => b.open.length - a.open.length);
}

function formulaAt(
  text: string,
  at: number,
  delimiters: readonly Delimiters[],
  isRaw: boolean,
): Edit | undefined {
  const found = delimiters.find(({ open }) => text.startsWith(open, at));
  if (!found) return undefined;
  const { open, close, isDisplay } = found;
  const from = at + open.length;
  const until = text.indexOf(close, from);
  if (until === -1) return undefined;
  const written = text.slice(from, until);
  const end = until + close.length;
  if (!isFormula(written, open, text.charAt(end))) return undefined;
  const tex = withPlainText(isRaw ? written : withoutBackslashes(written));
  return {
    start: at,
    end,
    text: replacement(text, { start: at, end }, tex, written, found, isDisplay),
  };
}

/** A formula goes on through a paragraph at most; single dollars are Pandoc's. */
function isFormula(tex: string, open: string, after: string): boolean {
  if (tex.trim() === '' || /\n[ \t>]*\n/.test(tex)) return false;
  return open !== '$' || (/^\S(?:[\s\S]*\S)?$/.test(tex) && !/\d/.test(after));
}

function replacement(
  text: string,
  { start, end }: { start: number; end: number },
  tex: string,
  written: string,
  { open }: Delimiters,
  isDisplay: boolean,
): string {
  const isSame = tex === written && open === (isDisplay ? '$$' : '$');
  if (!isDisplay) return isSame ? text.slice(start, end) : inlineFormula(tex);
  const lead = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const [prefix] = /^[ \t>]*$/.exec(lead) ?? [];
  const isAlone = prefix !== undefined && /^[ \t]*(?:\n|$)/.test(text.slice(end));
  const isOctavos = isSame && (/^[ \t]*\n[\s\S]*\n[ \t>]*$/.test(tex) || !tex.includes('\n'));
  if (isOctavos) return text.slice(start, end);
  if (!isAlone) return `$$${tex.replace(/\s*\n[ \t>]*/g, ' ').trim()}$$`;
  return displayed(tex.replace(/\n[ \t>]*/g, '\n')).replaceAll('\n', `\n${prefix}`);
}

/** What Markdown takes off before a script sees it. */
function withoutBackslashes(tex: string): string {
  return tex.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
