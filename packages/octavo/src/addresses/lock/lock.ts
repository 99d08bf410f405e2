import { diagnosticOf, type Diagnostic } from '../../diagnostics/diagnostic.ts';
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
  /** Problems that `npx octavo permalinks` fixes. */
  fixable: Diagnostic[];
  /** Errors in lines that it would lose. */
  invalid: Diagnostic[];
}

const HEAD = [
  '# All URLs of posts and pages ever published, with fingerprints of their texts and titles.',
  '# npx octavo permalinks adds new ones. A build fails if one is missing, unless gone is before it.',
  '# See Permalinks in the manual of Octavo.',
];

/** Parses the file. Never throws. */
export function parseLock(source: string): Lock {
  const lock: Lock = { entries: [], rest: [], fixable: [], invalid: [] };
  const lines = source
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line) => line.trim());
  const conflict = lines.findIndex((line) => MARKER.test(line));
  if (conflict !== -1) {
    const message =
      'unresolved merge conflict; keep the lines of both sides with npx octavo permalinks';
    lock.fixable.push(diagnosticOf('permalink-invalid', positionOf(conflict + 1), message));
  }
  const known = new Map<string, LockEntry>();
  for (const [index, text] of lines.entries()) {
    if (text === '' || HEAD.includes(text) || MARKER.test(text)) continue;
    if (text.startsWith('#')) lock.rest.push(text);
    else readLine(text, index + 1, { lock, known });
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
  const [, gone, path, hashes, title = ''] = LINE.exec(text) ?? [];
  if (path === undefined) {
    lock.invalid.push(diagnosticOf('permalink-invalid', positionOf(line), invalidLine(text)));
    return;
  }
  const [url, key, isGone] = [lockUrl(path), pathKey(path), gone !== undefined];
  const twin = known.get(key);
  if (twin) {
    const message = `duplicate URL ${url}, also in line ${twin.line}; fix it with npx octavo permalinks`;
    lock.fixable.push(diagnosticOf('permalink-twice', positionOf(line), message));
    twin.isGone ||= isGone;
    return;
  }
  // A dash is an empty text or title.
  const fingerprint =
    hashes === undefined
      ? hashes
      : { text: hashes.replace('-', ''), title: title.replace('-', '') };
  const entry = { url, key, isGone, fingerprint, comments: lock.rest, line };
  lock.rest = [];
  lock.entries.push(entry);
  known.set(key, entry);
}

function positionOf(line: number) {
  return { file: LOCK, line, column: 1 };
}

function invalidLine(text: string): string {
  const [first = ''] = text.split(/\s/);
  const hint = first.startsWith('/') ? '' : didYouMean(first, ['gone']);
  return `invalid line ${text}${hint || '; write /posts/x/ or gone /posts/x/'}`;
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
