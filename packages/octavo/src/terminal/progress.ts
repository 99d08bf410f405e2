import { clearLine, cursorTo } from 'node:readline';
import type { WriteStream } from 'node:tty';

/** Minimum ms between redraws, to avoid flicker. */
const INTERVAL = 100;

/** Shows progress in one line of a terminal, and nothing without one. */
export class Progress {
  readonly #stream: Pick<WriteStream, 'isTTY' | 'write'>;
  #shownAt = -Infinity;

  constructor(stream: Pick<WriteStream, 'isTTY' | 'write'> = process.stderr) {
    this.#stream = stream;
  }

  show(text: string): void {
    const now = performance.now();
    if (!this.#stream.isTTY || now - this.#shownAt < INTERVAL) return;
    this.clear();
    this.#stream.write(text);
    this.#shownAt = now;
  }

  /** Clears the line. */
  clear(): void {
    if (!this.#stream.isTTY || this.#shownAt === -Infinity) return;
    cursorTo(this.#stream as WriteStream, 0);
    clearLine(this.#stream as WriteStream, 0);
  }
}
