import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportError } from './import-error.ts';
import type { Content, ImportedFile } from './imported-site.ts';

/** Where the list of what was written stands, relative to the project's folder. */
export const MANIFEST = 'src/content/import.json';

/** What an earlier import wrote: files, each with a digest of what was in it. */
export type Digests = Record<string, string>;

/** What an import is to do with the files of the project. */
export interface Plan {
  write: ImportedFile[];
  /** As they are to be already. */
  same: string[];
  /** Edited since they were written, or an owner's own: kept as they are. */
  edited: string[];
  /** Taken away since they were written: not written again. */
  removed: string[];
  /** Written earlier, not edited, and no part of the blog any more: taken away. */
  stale: string[];
}

interface PlanOptions {
  /** What an earlier import wrote. */
  written: Digests;
  /** Writes over what was edited, too. */
  force: boolean;
  /** Files that nobody would miss: example content, Octavo's own icons. */
  replaceable: ReadonlySet<string>;
}

/** Returns what is to be done so that the files are in the project's folder, and nothing is lost. */
export function planFiles(
  root: string,
  files: readonly ImportedFile[],
  { written, force, replaceable }: PlanOptions,
): Plan {
  const plan: Plan = { write: [], same: [], edited: [], removed: [], stale: [] };
  for (const file of files) {
    requireInside(file.path);
    const fate = fateOf(file, digestAt(join(root, file.path)), written[file.path]);
    const isFree = fate === 'write' || (fate !== 'same' && (force || replaceable.has(file.path)));
    if (isFree) plan.write.push(file);
    else plan[fate].push(file.path);
  }
  const made = new Set(files.map(({ path }) => path));
  for (const [path, digest] of Object.entries(written)) {
    requireInside(path);
    if (!made.has(path) && digestAt(join(root, path)) === digest) plan.stale.push(path);
  }
  return plan;
}

/** What becomes of a file, by the digests of what is there and of what was written before. */
function fateOf({ content }: ImportedFile, there: string | undefined, before: string | undefined) {
  if (there === undefined) return before === undefined ? 'write' : 'removed';
  if (there === digestOf(content)) return 'same';
  return there === before ? 'write' : 'edited';
}

/** Returns the digest of a content, the same whatever ends its lines. */
export function digestOf(content: Content): string {
  return typeof content === 'string'
    ? digest(Buffer.from(content))
    : digest(readFileSync(content.copyOf));
}

function digestAt(path: string): string | undefined {
  return existsSync(path) ? digest(readFileSync(path)) : undefined;
}

/** Git may change the ends of lines. */
function digest(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n');
  return createHash('sha256').update(text, 'latin1').digest('base64url');
}

const INSIDE =
  /^(?:src\/content\/|public\/|src\/site\.config\.ts$|import-(?:report\.md|urls\.txt)$)/;

/** Refuses to write anywhere but where content and settings are. */
export function requireInside(path: string): void {
  const parts = path.split('/');
  if (INSIDE.test(path) && !parts.includes('..') && !parts.includes('.') && !path.includes('\0'))
    return;
  throw new ImportError(`${path} is outside of what an import writes`);
}
