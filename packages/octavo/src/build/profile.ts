import type { AstroIntegration } from 'astro';

/** Ends a phase of a build; `note` says what was reused. */
export type EndPhase = (phase: string, note?: string) => void;

/** The phases of a build, one after another. */
export class Profile {
  #start = performance.now();
  readonly #phases: { phase: string; time: number; note: string }[] = [];

  /** Ends the current phase, which began when the last one ended. */
  readonly end: EndPhase = (phase, note = '') => {
    const now = performance.now();
    this.#phases.push({ phase, time: now - this.#start, note });
    this.#start = now;
  };

  /** Returns a line for each phase, with its milliseconds. */
  lines(): string[] {
    return this.#phases.map(({ phase, time, note }) =>
      `${time.toFixed(0).padStart(7)} ms  ${phase.padEnd(14)}  ${note}`.trimEnd(),
    );
  }
}

/** Returns how much of a cache was reused, or why nothing was. */
export function reuseOf(
  what: string,
  counts: { made: number; reused: number; cached: number },
): string {
  const { made, reused, cached } = counts;
  if (made === 0 || reused > 0) return `${what}: made ${made}, reused ${reused}`;
  const reason = cached === 0 ? 'nothing is cached' : 'code, settings or packages changed';
  return `${what}: made ${made}; ${reason}`;
}

/** Returns an integration that ends a phase after the integrations before it. */
export function endOfPhase(phase: string, end: EndPhase | undefined): AstroIntegration {
  return { name: 'octavo:profile', hooks: { 'astro:build:done': () => end?.(phase) } };
}
