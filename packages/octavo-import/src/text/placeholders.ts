/**
 * Texts that are ready, kept out of a text while Markdown is read in it: what stands for one is
 * to Markdown a word, as what Hugo puts in the place of a shortcode is.
 */
export class Placeholders {
  readonly #texts: string[] = [];
  readonly #pattern: RegExp;
  readonly #open: string;
  readonly #close: string;

  constructor(text: string) {
    let sign = 0xe000;
    while (text.includes(String.fromCharCode(sign)) || text.includes(String.fromCharCode(sign + 1)))
      sign += 2;
    this.#open = String.fromCharCode(sign);
    this.#close = String.fromCharCode(sign + 1);
    this.#pattern = new RegExp(`${this.#open}(\\d+)${this.#close}`, 'g');
  }

  /** Returns what stands for a text. */
  put(text: string): string {
    this.#texts.push(text);
    return `${this.#open}${this.#texts.length - 1}${this.#close}`;
  }

  /** True for a text in which something stands for another. */
  isIn(text: string): boolean {
    return text.includes(this.#open);
  }

  /** Returns the numbers of the texts that something in this one stands for, with their places. */
  numbersIn(text: string): { number: number; at: number }[] {
    return [...text.matchAll(this.#pattern)].map(({ index, 1: number }) => ({
      number: Number(number),
      at: index,
    }));
  }

  /** Returns a text without what stands for others. */
  without(text: string): string {
    return text.replace(this.#pattern, '');
  }

  /** Returns a text with the others in their places. */
  restored(text: string): string {
    return this.mapped(text, (_, restored) => restored);
  }

  /** Returns a text with another in place of each placeholder, made of it and what it stands for. */
  mapped(text: string, map: (placeholder: string, restored: string) => string): string {
    return text.replace(this.#pattern, (one: string, at: string) =>
      map(one, this.#texts[+at] ?? ''),
    );
  }
}
