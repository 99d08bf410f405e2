import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import type { Fingerprint } from './fingerprint.ts';
import { pathKey } from '../path-key.ts';

/** Where the addresses that were ever published are written down, relative to the project's folder. */
export const LOCK = 'permalinks.lock';

/** An address that was published. */
export interface LockEntry {
  /** Without the base path; white space, `%`, `?` and `#` are percent-encoded. */
  url: string;
  /** The same for all writings of one address: see `pathKey`. */
  key: string;
  /** Whether it was taken away on purpose. */
  isGone: boolean;
  /** Absent where an author wrote the line. */
  fingerprint: Fingerprint | undefined;
  /** Lines above it that begin with `#`. */
  comments: string[];
  /** Counted from 1. */
  line: number;
}

/** The file, read. */
export interface Lock {
  entries: LockEntry[];
  /** Comments behind the last entry. */
  rest: string[];
  mistakes: LockMistake[];
}

/** Something that is wrong with a line. */
export interface LockMistake {
  line: number;
  severity: 'error' | 'warning';
  message: string;
  /** Whether `npx octavo permalinks` puts it right. */
  isMended: boolean;
}

const MEND = 'npx octavo permalinks puts it right';

const HEAD = [
  '# The addresses of all posts and pages that were ever published, and signs of what stood there.',
  '# npx octavo permalinks adds new ones. A build fails where one leads nowhere; gone before an address',
  '# says that it is meant. docs/permalinks.md has more.',
];

/** Reads the file. Never throws: what is wrong with it is in `mistakes`. */
export function parseLock(source: string): Lock {
  const lock: Lock = { entries: [], rest: [], mistakes: [] };
  const known = new Map<string, LockEntry>();
  let conflict: number | undefined;
  for (const [index, written] of source
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const [text, line] = [written.trim(), index + 1];
    if (text === '' || HEAD.includes(text)) continue;
    if (MARKER.test(text)) conflict ??= line;
    else if (text.startsWith('#')) lock.rest.push(text);
    else readLine(text, line, { lock, known });
  }
  if (conflict !== undefined) {
    const message = `two versions of this file were not merged; ${MEND}, with the lines of both`;
    lock.mistakes.push({ line: conflict, severity: 'error', message, isMended: true });
  }
  return lock;
}

/** The lines by which git marks what it could not merge. */
const MARKER = /^(?:<{7}|>{7}|\|{7}|={7})(?:\s|$)/;

const LINE = /^(?:(gone)\s+)?(\/\S*)(?:\s+([0-9a-z]{12}|-)\s+([0-9a-z]{6}|-))?$/;

function readLine(
  text: string,
  line: number,
  { lock, known }: { lock: Lock; known: Map<string, LockEntry> },
): void {
  const [, gone, url, signs = '', title = ''] = LINE.exec(text) ?? [];
  if (url === undefined) {
    const message = `${text}: ${nonsense(text)}; write /posts/x/, or gone /posts/x/`;
    lock.mistakes.push({ line, severity: 'error', message, isMended: false });
    return;
  }
  const [shown, isGone] = [lockUrl(url), gone !== undefined];
  const twin = known.get(pathKey(url));
  if (twin) {
    const message = `${shown} stands in line ${twin.line} too; ${MEND}`;
    lock.mistakes.push({ line, severity: 'warning', message, isMended: true });
    twin.isGone ||= isGone;
    return;
  }
  const last = lock.entries.at(-1);
  if (last && byCodePoints(last.url, shown) > 0) {
    const message = `${shown} belongs above ${last.url}; ${MEND}`;
    if (!lock.mistakes.some(({ message: other }) => other.includes(' belongs above ')))
      lock.mistakes.push({ line, severity: 'warning', message, isMended: true });
  }
  const fingerprint = signs === '' ? undefined : { text: dashed(signs), title: dashed(title) };
  const entry = { url: shown, key: pathKey(url), isGone, fingerprint, comments: lock.rest, line };
  lock.rest = [];
  lock.entries.push(entry);
  known.set(entry.key, entry);
}

function dashed(sign: string): string {
  return sign === '-' ? '' : sign;
}

function nonsense(text: string): string {
  const [first = ''] = text.split(/\s/);
  return first.startsWith('/')
    ? 'what stands behind the address is not understood'
    : `this line is not understood${didYouMean(first, ['gone'])}`;
}

/** Returns an address as the lock has it: decoded, but for what would part it from its line. */
export function lockUrl(path: string): string {
  return pathKey(path).replace(/[\s%?#]/gu, (sign) => encodeURIComponent(sign));
}

/** Returns the file of these entries, in the order of their addresses. */
export function formatLock(entries: readonly LockEntry[], rest: readonly string[] = []): string {
  const lines = entries
    .toSorted((a, b) => byCodePoints(a.url, b.url))
    .flatMap(({ comments, isGone, url, fingerprint }) => {
      const signs = fingerprint ? `  ${fingerprint.text || '-'} ${fingerprint.title || '-'}` : '';
      return [...comments, `${isGone ? 'gone ' : ''}${url}${signs}`];
    });
  return `${[...HEAD, ...lines, ...rest].join('\n')}\n`;
}

/** Compares as `LC_ALL=C sort` does. */
function byCodePoints(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
