import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { highlight, type Run } from './highlighter.ts';

/** Below the project's folder: a file for each document, with the blocks of its last rendering. */
const FOLDER = '.cache/octavo/code';

/** What the runs of a block depend on, beside its text and its language. */
const SOURCES = ['src/markdown/highlighter.ts', 'src/markdown/code-theme.ts', 'package-lock.json'];

interface Kept {
  version: string;
  blocks: Record<string, Run[]>;
}

/** The highlighted blocks of one document, kept on disk; it only saves time, and can be deleted. */
export class CodeCache {
  readonly #file: string | undefined;
  readonly #version: string;
  readonly #known: Record<string, Run[]>;
  readonly #blocks: Record<string, Run[]> = {};

  /** A document that is nowhere on disk has nothing kept. */
  constructor(fileURL: URL | undefined, path: string | undefined) {
    const root = rootOf(fileURL, path);
    this.#file = root && join(root, FOLDER, `${path!}.json`);
    this.#version = root ? versionOf(root) : '';
    this.#known = this.#file ? readBlocks(this.#file, this.#version) : {};
  }

  /** Returns the runs of a block, kept or made. */
  async highlight(code: string, language: string): Promise<Run[]> {
    if (language === '') return [[code, '']];
    const key = digest([language, code]);
    const kept = this.#known[key];
    const runs = kept && isWhole(kept, code) ? kept : await highlight(code, language);
    this.#blocks[key] = runs;
    return runs;
  }

  /** Keeps exactly the blocks that were asked for. */
  save(): void {
    const keys = Object.keys(this.#blocks);
    const unchanged =
      keys.length === Object.keys(this.#known).length &&
      keys.every((key) => this.#blocks[key] === this.#known[key]);
    if (!this.#file || unchanged) return;
    try {
      if (keys.length === 0) return rmSync(this.#file, { force: true });
      write(this.#file, { version: this.#version, blocks: this.#blocks });
      prune(this.#file);
    } catch {
      // A disk that is full or closed to us: the next build takes longer.
    }
  }
}

/** Returns the project's folder: what of the document's address is before its path. */
function rootOf(fileURL: URL | undefined, path: string | undefined): string | undefined {
  if (!fileURL || path === undefined) return undefined;
  const file = fileURLToPath(fileURL).replaceAll('\\', '/');
  const root = file.endsWith(`/${path}`) ? file.slice(0, -path.length) : undefined;
  return root !== undefined && SOURCES.every((source) => existsSync(root + source))
    ? root
    : undefined;
}

const versions = new Map<string, string>();

function versionOf(root: string): string {
  const known = versions.get(root);
  if (known !== undefined) return known;
  const version = digest(SOURCES.map((source) => readFileSync(join(root, source), 'utf8')));
  versions.set(root, version);
  return version;
}

function readBlocks(file: string, version: string): Record<string, Run[]> {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    return kept.version === version ? { ...kept.blocks } : {};
  } catch {
    return {};
  }
}

/** True where kept runs are runs, and of this code: a file may be damaged. */
function isWhole(runs: unknown, code: string): boolean {
  return (
    Array.isArray(runs) &&
    runs.every((run) => Array.isArray(run) && typeof run[1] === 'string') &&
    runs.map(([text]: [unknown]) => text).join('') === code
  );
}

function write(file: string, kept: Kept): void {
  const unfinished = `${file}.${randomUUID()}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(unfinished, JSON.stringify(kept));
  renameSync(unfinished, file);
}

const pruned = new Set<string>();

/** Takes away what is kept of documents that are gone, once a process. */
function prune(file: string): void {
  const root = file.slice(0, file.indexOf(FOLDER));
  if (pruned.has(root)) return;
  pruned.add(root);
  const folder = join(root, FOLDER);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const kept = join(entry.parentPath, entry.name);
    const document = join(root, kept.slice(folder.length).replace(/\.json$/, ''));
    if (entry.isFile() && !existsSync(document)) rmSync(kept, { force: true });
  }
}

function digest(parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}
