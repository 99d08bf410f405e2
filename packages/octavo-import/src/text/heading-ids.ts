/** Gives ids to the headings of a text in their order; a repeated one gets a number. */
export class HeadingIds {
  readonly #anchorOf: (line: string) => string;
  readonly #taken = new Set<string>();

  constructor(anchorOf: (line: string) => string) {
    this.#anchorOf = anchorOf;
  }

  /** Notes an id of the author's own; returns false where it is taken. */
  take(id: string): boolean {
    const isNew = !this.#taken.has(id);
    this.#taken.add(id);
    return isNew;
  }

  /** Returns the id for a line of Markdown, the last one of a heading, syntax and all. */
  idOf(line: string): string {
    const id = this.#anchorOf(line);
    if (this.take(id)) return id;
    for (let number = 1; ; number += 1) if (this.take(`${id}-${number}`)) return `${id}-${number}`;
  }
}
