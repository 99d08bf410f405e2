import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Position } from '../blog/front-matter.ts';
import type { Diagnostic } from '../blog/diagnostics.ts';

/** What a document can ask about the rest of the site. Paths are relative to the project's folder. */
export interface Surroundings {
  /**
   * The path of a content file's page without the base path; `false` where the file is a draft
   * and will have none; `undefined` where there is no such file.
   */
  address: (path: string) => string | false | undefined;
  exists: (path: string) => boolean;
  /** The text of a file inside the project, or `undefined` where there is none. */
  text: (path: string) => string | undefined;
}

/** Returns what a document can ask about files inside the project, which is at `root`. */
export function filesBelow(root: string): Pick<Surroundings, 'exists' | 'text'> {
  const inside = (path: string) => (path.startsWith('..') ? undefined : resolve(root, path));
  return {
    exists: (path) => existsSync(inside(path) ?? ''),
    text: (path) => {
      const file = inside(path);
      return file && existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    },
  };
}

/** A question that a document asked, and its answer then: a rendering holds while the answers do. */
export type Dependency = [
  question: keyof Surroundings,
  path: string,
  /** Of a text, its digest. */
  answer: string | boolean | null,
];

/** The document that the Markdown features work on: whom they ask, and whom they tell. */
export interface MarkdownDocument extends Surroundings {
  /** Relative to the project's folder. */
  path: string;
  report: (
    position: Position | undefined,
    message: string,
    severity?: Diagnostic['severity'],
  ) => void;
}

declare module 'satteri' {
  interface DataMap {
    octavo: MarkdownDocument;
  }
}

/** A document that records what it asks and what is wrong with it. */
export class RecordedDocument implements MarkdownDocument {
  readonly path: string;
  readonly diagnostics: Diagnostic[] = [];
  readonly dependencies: Dependency[] = [];
  readonly #surroundings: Surroundings;
  /** Returns where a place of the text that is rendered is in the file. */
  readonly #original: (position: Position) => Position;

  constructor(
    path: string,
    surroundings: Surroundings,
    original: (position: Position) => Position = (position) => position,
  ) {
    this.path = path;
    this.#surroundings = surroundings;
    this.#original = original;
  }

  address(path: string): string | false | undefined {
    return this.#ask('address', path);
  }

  exists(path: string): boolean {
    return this.#ask('exists', path);
  }

  text(path: string): string | undefined {
    return this.#ask('text', path);
  }

  #ask<Question extends keyof Surroundings>(question: Question, path: string) {
    const answer = this.#surroundings[question](path) as ReturnType<Surroundings[Question]>;
    this.dependencies.push([question, path, recorded(question, answer)]);
    return answer;
  }

  report(
    position: Position | undefined,
    message: string,
    severity: Diagnostic['severity'] = 'error',
  ) {
    const { line, column } = position ? this.#original(position) : { line: 1, column: 1 };
    this.diagnostics.push({ file: this.path, line, column, severity, message });
  }
}

/** True where every question is answered as it was. */
export function holds(dependencies: readonly Dependency[], surroundings: Surroundings): boolean {
  return dependencies.every(
    ([question, path, answer]) => recorded(question, surroundings[question](path)) === answer,
  );
}

function recorded(question: keyof Surroundings, answer: string | boolean | undefined) {
  if (question !== 'text' || typeof answer !== 'string') return answer ?? null;
  return createHash('sha256').update(answer).digest('base64url');
}
