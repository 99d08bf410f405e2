import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import type { Fingerprint } from './fingerprint.ts';
import { pathKey } from '../path-key.ts';

/** The file with all URLs ever published, relative to the blog's root folder. */
export const LOCK = 'permalinks.lock';

/** A URL that was published. */
export interface LockEntry {
  /** Without the base path; white space, `%`, `?` and `#` are percent-encoded. */
  url: string;
  /** The URL in the form of `pathKey`. */
  key: string;
  /** True if it was removed on purpose. */
  isGone: boolean;
  /** Absent if an author wrote the line. */
  fingerprint: Fingerprint | undefined;
  /** The lines above it that start with `#`. */
  comments: string[];
  /** Counted from 1. */
  line: number;
}

/** The parsed file. */
export interface Lock {
  entries: LockEntry[];
  /** The comments after the last entry. */
  rest: string[];
  diagnostics: LockDiagnostic[];
}

/** An error or warning about a line. */
export interface LockDiagnostic {
  line: number;
  severity: 'error' | 'warning';
  message: string;
  /** True if `npx octavo permalinks` fixes it. */
  isFixable: boolean;
}

const FIX = 'fix it with npx octavo permalinks';

const HEAD = [
  '# All URLs of posts and pages ever published, with fingerprints of their texts and titles.',
  '# npx octavo permalinks adds new ones. A build fails if one is missing, unless gone is before it.',
  '# See docs/permalinks.md.',
];

/** Parses the file; errors are in `diagnostics`. */
export function parseLock(source: string): Lock {
  const lock: Lock = { entries: [], rest: [], diagnostics: [] };
  const known = new Map<string, LockEntry>();
  let conflict: number | undefined;
  for (const [index, raw] of source
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const [text, line] = [raw.trim(), index + 1];
    if (text === '' || HEAD.includes(text)) continue;
    if (MARKER.test(text)) conflict ??= line;
    else if (text.startsWith('#')) lock.rest.push(text);
    else readLine(text, line, { lock, known });
  }
  if (conflict !== undefined) {
    const message = `unresolved merge conflict; keep the lines of both sides with npx octavo permalinks`;
    lock.diagnostics.push({ line: conflict, severity: 'error', message, isFixable: true });
  }
  return lock;
}

/** The markers of a merge conflict. */
const MARKER = /^(?:<{7}|>{7}|\|{7}|={7})(?:\s|$)/;

const LINE = /^(?:(gone)\s+)?(\/\S*)(?:\s+([0-9a-z]{12}|-)\s+([0-9a-z]{6}|-))?$/;

function readLine(
  text: string,
  line: number,
  { lock, known }: { lock: Lock; known: Map<string, LockEntry> },
): void {
  const [, gone, url, hashes = '', title = ''] = LINE.exec(text) ?? [];
  if (url === undefined) {
    lock.diagnostics.push({
      line,
      severity: 'error',
      message: invalidLine(text),
      isFixable: false,
    });
    return;
  }
  const [shown, isGone] = [lockUrl(url), gone !== undefined];
  const twin = known.get(pathKey(url));
  if (twin) {
    const message = `duplicate URL ${shown}, also in line ${twin.line}; ${FIX}`;
    lock.diagnostics.push({ line, severity: 'warning', message, isFixable: true });
    twin.isGone ||= isGone;
    return;
  }
  const last = lock.entries.at(-1);
  if (last && byCodePoints(last.url, shown) > 0) {
    const message = `unsorted URL ${shown}, after ${last.url}; ${FIX}`;
    if (!lock.diagnostics.some(({ message: other }) => other.startsWith('unsorted ')))
      lock.diagnostics.push({ line, severity: 'warning', message, isFixable: true });
  }
  const fingerprint =
    hashes === '' ? undefined : { text: withoutDash(hashes), title: withoutDash(title) };
  const entry = { url: shown, key: pathKey(url), isGone, fingerprint, comments: lock.rest, line };
  lock.rest = [];
  lock.entries.push(entry);
  known.set(entry.key, entry);
}

function invalidLine(text: string): string {
  const [first = ''] = text.split(/\s/);
  const hint = first.startsWith('/') ? '' : didYouMean(first, ['gone']);
  return `invalid line ${text}${hint || '; write /posts/x/ or gone /posts/x/'}`;
}

function withoutDash(part: string): string {
  return part === '-' ? '' : part;
}

/** Returns a URL as the lock has it: decoded, except for white space, `%`, `?` and `#`. */
export function lockUrl(path: string): string {
  return pathKey(path).replace(/[\s%?#]/gu, (character) => encodeURIComponent(character));
}

/** Returns the file with these entries, sorted by URL. */
export function formatLock(entries: readonly LockEntry[], rest: readonly string[] = []): string {
  const lines = entries
    .toSorted((a, b) => byCodePoints(a.url, b.url))
    .flatMap(({ comments, isGone, url, fingerprint }) => {
      const hashes = fingerprint ? `  ${fingerprint.text || '-'} ${fingerprint.title || '-'}` : '';
      return [...comments, `${isGone ? 'gone ' : ''}${url}${hashes}`];
    });
  return `${[...HEAD, ...lines, ...rest].join('\n')}\n`;
}

/** Compares by bytes, as `LC_ALL=C sort` does. */
function byCodePoints(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
