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
}

/** A question that a document asked, and its answer then: a rendering holds while the answers do. */
export type Dependency = {
  [Kind in keyof Surroundings]: [Kind, string, ReturnType<Surroundings[Kind]> | null];
}[keyof Surroundings];

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

  constructor(path: string, surroundings: Surroundings) {
    this.path = path;
    this.#surroundings = surroundings;
  }

  address(path: string): string | false | undefined {
    const answer = this.#surroundings.address(path);
    this.dependencies.push(['address', path, answer ?? null]);
    return answer;
  }

  exists(path: string): boolean {
    const answer = this.#surroundings.exists(path);
    this.dependencies.push(['exists', path, answer]);
    return answer;
  }

  report(
    position: Position | undefined,
    message: string,
    severity: Diagnostic['severity'] = 'error',
  ) {
    const { line, column } = position ?? { line: 1, column: 1 };
    this.diagnostics.push({ file: this.path, line, column, severity, message });
  }
}

/** True where every question is answered as it was. */
export function holds(dependencies: readonly Dependency[], surroundings: Surroundings): boolean {
  return dependencies.every(
    ([kind, path, answer]) => (surroundings[kind](path) ?? null) === answer,
  );
}
