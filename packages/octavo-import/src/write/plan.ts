import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportError } from '../import-error.ts';
import type { Content, ImportedFile } from '../imported-site.ts';

/** The list of written files, relative to the blog's root folder. */
export const MANIFEST = 'src/content/import.json';

/** The files of the last import, with digests of their content. */
export type Digests = Record<string, string>;

/** The file operations of an import. */
export interface Plan {
  write: ImportedFile[];
  /** Already up to date. */
  same: string[];
  /** Edited since the last import, or the owner's own: kept. */
  edited: string[];
  /** Deleted since the last import: not restored. */
  removed: string[];
  /** Unedited files of the last import that are no longer part of the blog: deleted. */
  stale: string[];
}

interface PlanOptions {
  /** The files of the last import. */
  written: Digests;
  /** Overwrites edited files. */
  force: boolean;
  /** Files that may be overwritten: example content, Octavo's own icons. */
  replaceable: ReadonlySet<string>;
}

/** Plans how to write the files without losing edits. */
export function planFiles(
  root: string,
  files: readonly ImportedFile[],
  { written, force, replaceable }: PlanOptions,
): Plan {
  const plan: Plan = { write: [], same: [], edited: [], removed: [], stale: [] };
  for (const file of files) {
    requireInside(file.path);
    const operation = operationOf(file, digestAt(join(root, file.path)), written[file.path]);
    const isFree =
      operation === 'write' || (operation !== 'same' && (force || replaceable.has(file.path)));
    if (isFree) plan.write.push(file);
    else plan[operation].push(file.path);
  }
  const made = new Set(files.map(({ path }) => path));
  for (const [path, digest] of Object.entries(written)) {
    requireInside(path);
    if (!made.has(path) && digestAt(join(root, path)) === digest) plan.stale.push(path);
  }
  return plan;
}

/** Returns the operation for a file, by the digests of the existing and of the last imported content. */
function operationOf(
  { content }: ImportedFile,
  there: string | undefined,
  before: string | undefined,
) {
  if (there === undefined) return before === undefined ? 'write' : 'removed';
  if (there === digestOf(content)) return 'same';
  return there === before ? 'write' : 'edited';
}

/** Returns the digest of content, independent of line endings. */
export function digestOf(content: Content): string {
  return typeof content === 'string'
    ? digest(Buffer.from(content))
    : digest(readFileSync(content.copyOf));
}

function digestAt(path: string): string | undefined {
  return existsSync(path) ? digest(readFileSync(path)) : undefined;
}

/** Normalizes line endings, which git may change. */
function digest(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n');
  return createHash('sha256').update(text, 'latin1').digest('base64url');
}

const INSIDE =
  /^(?:src\/content\/|public\/|src\/site\.config\.ts$|import-(?:report\.md|urls\.txt)$)/;

/** Throws for a path outside of the folders of content and settings. */
export function requireInside(path: string): void {
  const parts = path.split('/');
  if (INSIDE.test(path) && !parts.includes('..') && !parts.includes('.') && !path.includes('\0'))
    return;
  throw new ImportError(`${path} is outside of the folders that an import writes`);
}
