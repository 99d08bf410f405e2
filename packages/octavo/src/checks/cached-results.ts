import { engineDigest } from '../build/engine-digest.ts';
import { TextCache } from '../content/text-cache.ts';
import { engineFolder } from '../engine-folder.ts';
import type { Context } from '../settings/context.ts';
import type { CheckResults } from './check-content.ts';

/** The results of the last check on disk; always empty where `.cache/` cannot be written. */
export class CachedResults {
  readonly #engine: string = '';
  readonly #cache: TextCache | undefined;
  #stored: string | undefined;

  constructor({ root, settings }: Context) {
    try {
      this.#engine = engineDigest({ root, engine: engineFolder }, settings, 'renderings');
      this.#cache = new TextCache(root);
      this.#stored = this.#cache.checkResults(this.#engine);
    } catch {
      // The cache only saves time.
    }
  }

  /** Returns the results; `undefined` if the engine, the settings or the owner's code changed. */
  read(): CheckResults | undefined {
    return this.#stored === undefined ? undefined : (JSON.parse(this.#stored) as CheckResults);
  }

  /** Writes results if they changed. */
  write(results: CheckResults): void {
    const json = JSON.stringify(results);
    if (!this.#cache || json === this.#stored) return;
    this.#stored = json;
    this.#cache.writeCheckResults(this.#engine, json);
  }
}
