import { clearLine, cursorTo } from 'node:readline';
import type { WriteStream } from 'node:tty';

/** Milliseconds between what is shown: more often is unrest. */
const PAUSE = 100;

/** Shows how far something is in one line of a terminal, and nothing where there is none. */
export class Progress {
  readonly #stream: Pick<WriteStream, 'isTTY' | 'write'>;
  #shownAt = -Infinity;

  constructor(stream: Pick<WriteStream, 'isTTY' | 'write'> = process.stderr) {
    this.#stream = stream;
  }

  show(text: string): void {
    const now = performance.now();
    if (!this.#stream.isTTY || now - this.#shownAt < PAUSE) return;
    this.clear();
    this.#stream.write(text);
    this.#shownAt = now;
  }

  /** Takes the line away. */
  clear(): void {
    if (!this.#stream.isTTY || this.#shownAt === -Infinity) return;
    cursorTo(this.#stream as WriteStream, 0);
    clearLine(this.#stream as WriteStream, 0);
  }
}
